package dev.restorer.core.engine;

import static dev.restorer.core.engine.FailingRestores.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.ContentsOptions;
import dev.restorer.api.ProviderException;
import dev.restorer.api.RestoreReport;
import dev.restorer.api.SbomOutcome;
import dev.restorer.fixtures.CapturedLog;
import dev.restorer.spi.LayerCache;
import dev.restorer.spi.ShaStore;
import dev.restorer.spi.ShaStoreException;
import dev.restorer.testing.RecordingShaStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Restores in which the SHA store, the cache or the listener fails at the first call, at the second call, and so on,
 * until a restore makes no further call.
 */
@Tag("long")
class FailingCallsTest {

    @TempDir
    Path directory;

    private final ShaStoreException full = new ShaStoreException("double", "it is full", "Make room");
    private final IllegalStateException noMore = new IllegalStateException("no more");
    private FailingRestores restores;

    @BeforeEach
    void make() {
        restores = new FailingRestores(directory);
    }

    private int failEach(FailingRestores.Failing failing, FailingRestores.Check check) throws IOException {
        return restores.failEach(failing, run -> {
            FailingRestores.assertReportMatchesFiles(run);
            check.of(run);
        });
    }

    @Test
    void aShaStoreThatFailsEndsTheRestoreAndIsNamed() throws IOException {
        FailingRestores.Failing failing = (build, call) -> {
            AtCall at = AtCall.fails(call, full);
            return run(build, at, at.store(build.shaStore), build.options());
        };
        // For each of two buildpacks, diff ids are put and read in bulk and one by one.
        assertThat(failEach(failing, run -> assertThat(run.thrown()).isSameAs(full)))
                .isEqualTo(2 * (1 + 1) + 2 * (3 + 1));
    }

    @Test
    void aShaStoreThatThrowsAnotherExceptionIsNamedByItsClass() throws IOException {
        FailingRestores.Failing failing = (build, call) -> {
            AtCall at = AtCall.fails(call, noMore);
            return run(build, at, at.store(build.shaStore), build.options());
        };
        assertThat(failEach(
                        failing,
                        run -> assertThat(run.thrown())
                                .isInstanceOf(ProviderException.class)
                                .hasCause(noMore)
                                .hasMessage(AtCall.class.getName()
                                        + "$Store threw java.lang.IllegalStateException: no more."
                                        + " Keep it open until the restore has ended. If it is open, report it to"
                                        + " the developers of that SHA store, or use another one.")))
                .isPositive();
    }

    @Test
    void aShaStoreThatReturnsNullIsNamedByItsClass() {
        ShaStore broken = new ShaStore() {
            @Override
            public void put(String buildpackId, String layer, String diffId) {}

            @Override
            public Optional<String> get(String buildpackId, String layer) {
                return Optional.empty();
            }

            @Override
            @SuppressWarnings("NullAway") // as in a store in another language
            public Map<String, String> getAll(String buildpackId, Collection<String> layers) {
                return null;
            }

            @Override
            public void close() {}
        };
        Build build = restores.build("null");
        assertThatThrownBy(() -> new RestoreEngine()
                        .restore(build.request(), broken, build.options().build()))
                .isInstanceOf(ProviderException.class)
                .hasMessageContaining(broken.getClass().getName() + " returned null instead of diff ids");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void theExceptionOfAListenerEndsTheRestore(int parallelism) throws IOException {
        FailingRestores.Failing failing = (build, call) -> {
            AtCall at = AtCall.fails(call, noMore);
            return run(
                    build,
                    at,
                    build.shaStore,
                    build.options().parallelism(parallelism).listener(at.listener()));
        };
        assertThat(failEach(failing, run -> assertThat(run.thrown()).isSameAs(noMore)))
                .isGreaterThan(2 + 2 + 3);
    }

    @Test
    void aCacheThatFailsRejectsOneLayerAndIsNamed() throws IOException {
        FailingRestores.Failing failing = (build, call) -> {
            AtCall at = AtCall.fails(call, new IllegalStateException("connection reset"));
            LayerCache cache = at.cache(build.cache);
            return run(build, at, build.shaStore, ContentsOptions.from(cache).parallelism(1));
        };
        failEach(failing, run -> {
            RestoreReport report = Objects.requireNonNull(run.report());
            List<String> causes = new ArrayList<>(Build.causes(report).values());
            if (report.sbom() instanceof SbomOutcome.NotRestored not) {
                causes.add(not.cause());
            }
            // A failure to close the stream does not affect what was read.
            assertThat(causes)
                    .filteredOn(cause -> cause.equals(AtCall.class.getName() + "$Cache: connection reset"))
                    .hasSize(run.failing().wasClosing() ? 0 : 1);
        });
    }

    @Test
    void theLogShowsTheProgressOfARestoreThatFails() throws IOException {
        Build build = restores.build("far");
        RecordingShaStore store = new RecordingShaStore();
        AtCall later = AtCall.fails(8, noMore);
        try (CapturedLog log = new CapturedLog()) {
            store.failWith(full);
            run(build, later, store, build.options());
            assertThat(log.lines())
                    .last()
                    .isEqualTo("INFO Ending early: metadata of 4 of 4 layers written, diff ids of 0 of 4 layers kept");
            run(build, later, build.shaStore, build.options().parallelism(1).listener(later.listener()));
            assertThat(log.lines())
                    .last()
                    .asString()
                    .startsWith("INFO Ending early: metadata of 4 of 4 layers written, diff ids of 4 of 4 layers kept,"
                            + " contents of ");
        }
    }
}
