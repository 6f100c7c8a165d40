package dev.restorer.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.Cancellation;
import dev.restorer.ContentsOptions;
import dev.restorer.LayerRestorer;
import dev.restorer.api.LayerId;
import dev.restorer.api.RestoreCancelledException;
import dev.restorer.api.RestoreReport;
import dev.restorer.core.contents.MemoryCache;
import dev.restorer.fixtures.CapturedLog;
import dev.restorer.spi.OperationResult;
import dev.restorer.spi.OperationResult.Outcome;
import dev.restorer.spi.RestoreListener;
import dev.restorer.spi.RestoreOperation;
import dev.restorer.spi.RestoreOperation.Steps;
import dev.restorer.spi.RestoreOperation.StoreMethod;
import dev.restorer.spi.ShaStoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestoreListenerTest {

    @TempDir
    Path directory;

    private Build build;
    private final List<RestoreOperation> started = new ArrayList<>();
    private final Map<RestoreOperation, OperationResult> ended = new LinkedHashMap<>();

    @BeforeEach
    void createBuild() {
        build = new Build(directory).buildpack("a", "0.10").layer("a", "x", "content");
    }

    private RestoreListener.EndListener record(RestoreOperation operation) {
        started.add(operation);
        return result -> ended.put(operation, result);
    }

    private RestoreReport restore(RestoreListener listener) {
        LayerRestorer restorer = new RestoreEngine().withListener(listener);
        return restorer.restore(
                build.request(), build.shaStore, build.options().parallelism(1).build());
    }

    private RestoreOperation.Restore wholeRestore() {
        return new RestoreOperation.Restore(Steps.METADATA_AND_CONTENTS, build.layers);
    }

    private static RestoreOperation.Layer layer(String name) {
        return new RestoreOperation.Layer(new LayerId("a", name));
    }

    private Outcome outcome(RestoreOperation operation) {
        return result(operation).outcome();
    }

    private OperationResult result(RestoreOperation operation) {
        OperationResult result = ended.get(operation);
        assertThat(result).as("result of %s", operation).isNotNull();
        return result;
    }

    @Test
    void theOperationsOfARestoreStartAndEndWithinIt() {
        restore(this::record);
        RestoreOperation put = new RestoreOperation.StoreCall(StoreMethod.PUT_ALL, "a", 1);
        RestoreOperation get = new RestoreOperation.StoreCall(StoreMethod.GET_ALL, "a", 1);
        assertThat(started).containsExactly(wholeRestore(), put, get, layer("x"));
        assertThat(ended.keySet()).containsExactly(put, get, layer("x"), wholeRestore());
        assertThat(ended.values()).allSatisfy(result -> {
            assertThat(result.outcome()).isEqualTo(Outcome.SUCCEEDED);
            assertThat(result.failure()).isNull();
            assertThat(result.duration()).isPositive();
        });
    }

    @Test
    void theBytesAreThoseOfTheFilesOfEachLayerAndOfAllLayers() {
        build.layer("a", "y", "more content");
        restore(this::record);
        assertThat(result(layer("x")).bytes()).isEqualTo(7);
        assertThat(result(layer("y")).bytes()).isEqualTo(12);
        assertThat(result(wholeRestore()).bytes()).isEqualTo(19);
    }

    @Test
    void eachStepIsARestore() {
        LayerRestorer restorer = new RestoreEngine().withListener(this::record);
        restorer.restoreMetadata(build.request(), build.shaStore);
        restorer.restoreContents(
                build.request(), build.shaStore, build.options().build());
        assertThat(outcome(new RestoreOperation.Restore(Steps.METADATA, build.layers)))
                .isEqualTo(Outcome.SUCCEEDED);
        assertThat(outcome(new RestoreOperation.Restore(Steps.CONTENTS, build.layers)))
                .isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void aLayerThatCannotBeRestoredIsRemovedAndTheRestoreSucceeds() {
        build.knownLayer("a", "z", "sha256:" + "0".repeat(64));
        restore(this::record);
        assertThat(outcome(layer("z"))).isEqualTo(Outcome.LAYER_REMOVED);
        assertThat(outcome(wholeRestore())).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void aFailureOfTheStoreIsTheFailureOfTheCallAndOfTheRestore() {
        ShaStoreException failure = new ShaStoreException("memory", "is gone", "Start it");
        build.shaStore.failWith(failure);
        assertThatThrownBy(() -> restore(this::record)).isSameAs(failure);
        assertThat(ended.values()).hasSize(2).allSatisfy(result -> {
            assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(result.failure()).isSameAs(failure);
        });
    }

    @Test
    void aCancelledRestoreEndsAsCancelled() {
        Cancellation cancellation = new Cancellation();
        LayerRestorer restorer = new RestoreEngine().withListener(operation -> {
            if (operation instanceof RestoreOperation.Layer) {
                cancellation.cancel();
            }
            return record(operation);
        });
        assertThatThrownBy(() -> restorer.restore(
                        build.request(),
                        build.shaStore,
                        build.options().cancellation(cancellation).build()))
                .isInstanceOf(RestoreCancelledException.class);
        assertThat(outcome(layer("x"))).isEqualTo(Outcome.CANCELLED);
        assertThat(outcome(wholeRestore())).isEqualTo(Outcome.CANCELLED);
    }

    @Test
    void aRestoreThatIsCancelledBeforeItBeginsEndsAsCancelled() {
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();
        ContentsOptions options = build.options().cancellation(cancellation).build();
        LayerRestorer restorer = new RestoreEngine().withListener(this::record);
        assertThatThrownBy(() -> restorer.restore(build.request(), build.shaStore, options))
                .isInstanceOf(RestoreCancelledException.class);
        assertThatThrownBy(() -> restorer.restoreContents(build.request(), build.shaStore, options))
                .isInstanceOf(RestoreCancelledException.class);
        assertThat(outcome(wholeRestore())).isEqualTo(Outcome.CANCELLED);
        assertThat(outcome(new RestoreOperation.Restore(Steps.CONTENTS, build.layers)))
                .isEqualTo(Outcome.CANCELLED);
        assertThat(build.layers).doesNotExist();
    }

    @Test
    void aLayerWhoseStreamFailsBecauseOfTheCancellationEndsAsCancelled() {
        Cancellation cancellation = new Cancellation();
        build.cache.put(MemoryCache.diffId(Build.tar("a", "x", "content").bytes()), () -> {
            cancellation.cancel();
            throw new IOException("the stream was closed");
        });
        LayerRestorer restorer = new RestoreEngine().withListener(this::record);
        assertThatThrownBy(() -> restorer.restore(
                        build.request(),
                        build.shaStore,
                        build.options().cancellation(cancellation).build()))
                .isInstanceOf(RestoreCancelledException.class);
        assertThat(outcome(layer("x"))).isEqualTo(Outcome.CANCELLED);
    }

    @Test
    void anOperationEndsOnceThoughAListenerThrowsAnErrorThatIsPassedOn() {
        List<Outcome> outcomes = new ArrayList<>();
        StackOverflowError passedOn = new StackOverflowError();
        LayerRestorer restorer = new RestoreEngine()
                .withListener(operation -> result -> outcomes.add(result.outcome()))
                .withListener(operation -> result -> {
                    if (operation instanceof RestoreOperation.Restore) {
                        throw passedOn;
                    }
                });
        assertThatThrownBy(() -> restorer.restoreContents(
                        build.request(), build.shaStore, build.options().build()))
                .isSameAs(passedOn);
        assertThat(outcomes).containsOnly(Outcome.SUCCEEDED);
    }

    @Test
    void anOperationThatAListenerPreventsEndsForTheListenersBefore() {
        List<OperationResult> results = new ArrayList<>();
        StackOverflowError passedOn = new StackOverflowError();
        LayerRestorer restorer = new RestoreEngine()
                .withListener(operation -> results::add)
                .withListener(operation -> {
                    throw passedOn;
                });
        assertThatThrownBy(() -> restorer.restoreContents(
                        build.request(), build.shaStore, build.options().build()))
                .isSameAs(passedOn);
        assertThat(results).singleElement().satisfies(result -> {
            assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(result.failure()).isSameAs(passedOn);
        });
    }

    @Test
    void aListenerThatThrowsDoesNotFailTheRestoreAndIsLoggedOnce() {
        try (CapturedLog log = new CapturedLog()) {
            RestoreReport report = restore(new RestoreListener() {
                @Override
                public EndListener started(RestoreOperation operation) {
                    throw new AssertionError("broken");
                }

                @Override
                public String toString() {
                    return "the listener";
                }
            });
            assertThat(Build.restored(report)).containsExactly("x");
            assertThat(log.lines())
                    .containsOnlyOnce("WARN A listener threw an exception, and the restore continues: the listener");
        }
    }

    @Test
    void aListenerThatThrowsAtTheEndDoesNotFailTheRestore() {
        RestoreReport report = restore(operation -> result -> {
            throw new IllegalStateException("broken");
        });
        assertThat(Build.restored(report)).containsExactly("x");
    }

    @Test
    @SuppressWarnings("NullAway") // as a listener that was compiled without a check
    void aListenerThatReturnsNullDoesNotFailTheRestore() {
        assertThat(Build.restored(restore(operation -> null))).containsExactly("x");
    }

    @Test
    @SuppressWarnings("NullAway") // as a caller that was compiled without a check
    void aListenerThatIsNullIsRefusedAtOnce() {
        LayerRestorer restorer = new RestoreEngine();
        assertThatThrownBy(() -> restorer.withListener(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("listener");
    }

    @Test
    void severalListenersObserveTheSameRestore() {
        List<RestoreOperation> second = new ArrayList<>();
        LayerRestorer restorer = new RestoreEngine().withListener(this::record).withListener(operation -> {
            second.add(operation);
            return result -> {};
        });
        restorer.restoreMetadata(build.request(), build.shaStore);
        assertThat(second).isNotEmpty().isEqualTo(started);
    }

    @Test
    void theRestorerThatAListenerWasAddedToIsNotObserved() {
        LayerRestorer restorer = new RestoreEngine();
        restorer.withListener(this::record);
        restorer.restoreMetadata(build.request(), build.shaStore);
        assertThat(started).isEmpty();
    }
}
