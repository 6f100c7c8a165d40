package dev.restorer.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.api.ProviderException;
import dev.restorer.api.RestoreCancelledException;
import dev.restorer.api.RestorerException;
import dev.restorer.spi.ShaStore;
import dev.restorer.spi.ShaStoreException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InterruptedStoreTest {

    @TempDir
    Path directory;

    private Build build;

    @BeforeEach
    void createBuild() {
        build = new Build(directory).buildpack("a", "0.10").layer("a", "layer", "content");
    }

    @AfterEach
    void clearTheFlag() {
        Thread.interrupted();
    }

    static Stream<RuntimeException> failures() {
        return Stream.of(
                new ShaStoreException("own", "the call was interrupted", "Call it again"),
                new IllegalStateException("the call was interrupted"));
    }

    /** A store whose calls fail, after an interrupt of the thread that calls if there is one. */
    private record FailingStore(RuntimeException failure, boolean interrupted) implements ShaStore {

        private RuntimeException fail() {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            return failure;
        }

        @Override
        public void put(String buildpackId, String layer, String diffId) {
            throw fail();
        }

        @Override
        public Optional<String> get(String buildpackId, String layer) {
            throw fail();
        }

        @Override
        public void close() {}
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aPutThatAnInterruptEndsIsACancellation(RuntimeException failure) {
        assertThatThrownBy(() -> new RestoreEngine().restoreMetadata(build.request(), new FailingStore(failure, true)))
                .isInstanceOf(RestoreCancelledException.class)
                .satisfies(e ->
                        assertThat(e.getSuppressed()).singleElement().asString().contains("the call was interrupted"));
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aGetThatAnInterruptEndsIsACancellation(RuntimeException failure) {
        build.restoreMetadata();
        ShaStore store = new FailingStore(failure, true);
        assertThatThrownBy(() -> new RestoreEngine()
                        .restoreContents(build.request(), store, build.options().build()))
                .isInstanceOf(RestoreCancelledException.class);
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aFailureWithoutAnInterruptIsOneOfTheStore(RuntimeException failure) {
        assertThatThrownBy(() -> new RestoreEngine().restoreMetadata(build.request(), new FailingStore(failure, false)))
                .isInstanceOf(RestorerException.class)
                .isInstanceOfAny(ShaStoreException.class, ProviderException.class);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
}
