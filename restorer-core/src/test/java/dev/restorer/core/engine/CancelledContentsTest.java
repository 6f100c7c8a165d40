package dev.restorer.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.Cancellation;
import dev.restorer.ContentsOptions;
import dev.restorer.api.RestoreCancelledException;
import dev.restorer.core.contents.MemoryCache;
import dev.restorer.fixtures.Tar;
import dev.restorer.spi.LayerContents;
import dev.restorer.spi.ShaStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CancelledContentsTest {

    private static final String LARGE = "large ".repeat(100_000);

    @TempDir
    Path directory;

    private Build build;
    private final Cancellation cancellation = new Cancellation();

    @BeforeEach
    void createBuild() {
        build = new Build(directory).buildpack("a", "0.10");
        IntStream.range(0, 8).forEach(i -> build.layer("a", "layer-" + i, LARGE));
        build.standing("a/layer-0/file", LARGE);
        build.restoreMetadata();
    }

    @AfterEach
    void clearTheFlag() {
        Thread.interrupted();
    }

    private ContentsOptions.Builder options(int parallelism) {
        return build.options().parallelism(parallelism).cancellation(cancellation);
    }

    private void assertCancelled(ContentsOptions.Builder options) {
        assertThatThrownBy(() -> build.restoreContents(options))
                .isInstanceOf(RestoreCancelledException.class)
                .hasMessage("The restore into " + build.layers
                        + " was cancelled. Run it again before a build uses this directory.");
        build.assertNothingIncomplete(LARGE);
    }

    private void assertNextRestoreIsComplete() {
        assertThat(Build.restored(build.restore())).hasSize(8);
        build.assertNothingIncomplete(LARGE);
    }

    @Test
    void aRestoreThatIsCancelledBeforeItBeginsDoesNothing() {
        cancellation.cancel();
        build.standing("a/layer-9/file", LARGE);
        build.knownLayer("a", "layer-9", "sha256:1");
        assertCancelled(options(4));
        assertThat(build.tree()).contains("a/layer-9/file").doesNotContain("a/layer-1/");
    }

    @Test
    void aCancelledRestoreWithoutLayersDoesNothing() {
        cancellation.cancel();
        Build empty = new Build(directory).buildpack("b", "0.10");
        assertThatThrownBy(() -> empty.restoreContents(empty.options().cancellation(cancellation)))
                .isInstanceOf(RestoreCancelledException.class);
    }

    @Test
    void aRestoreWithoutLayersThatIsCancelledWhileDecidingDoesNothing() {
        ShaStore cancelling = new ShaStore() {
            @Override
            public void put(String buildpackId, String layer, String diffId) {}

            @Override
            public Optional<String> get(String buildpackId, String layer) {
                cancellation.cancel();
                return Optional.empty();
            }

            @Override
            public void close() {}
        };
        assertThatThrownBy(() -> new RestoreEngine()
                        .restoreContents(build.request(), cancelling, options(4).build()))
                .isInstanceOf(RestoreCancelledException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void aListenerCanCancelDuringALayer(int parallelism) {
        AtomicInteger told = new AtomicInteger();
        assertCancelled(options(parallelism).listener((layer, bytes, size) -> {
            if (told.incrementAndGet() == 5) {
                cancellation.cancel();
            }
        }));
        assertNextRestoreIsComplete();
    }

    @Test
    void anotherThreadCanCancel() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        Thread other = new Thread(() -> {
            await(begun);
            cancellation.cancel();
            cancelled.countDown();
        });
        other.start();
        assertCancelled(options(2).listener((layer, bytes, size) -> {
            begun.countDown();
            await(cancelled);
        }));
        other.join();
        assertNextRestoreIsComplete();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void anInterruptOfTheCallerCancelsAndIsPreserved(int parallelism) {
        Thread caller = Thread.currentThread();
        AtomicInteger told = new AtomicInteger();
        assertCancelled(options(parallelism).listener((layer, bytes, size) -> {
            if (told.incrementAndGet() == 5) {
                caller.interrupt();
            }
        }));
        assertThat(Thread.interrupted()).isTrue();
        assertNextRestoreIsComplete();
    }

    @Test
    void anInterruptedCallerGetsNoReport() {
        Thread.currentThread().interrupt();
        assertCancelled(options(4));
        assertThat(Thread.interrupted()).isTrue();
        assertNextRestoreIsComplete();
    }

    /** An interrupted thread cannot read files, so the file of each layer seems to be empty. */
    @Test
    void anInterruptedCallerGetsNoReportBelowBuildpackApi06() {
        Build older =
                new Build(directory.resolve("older")).buildpack("a", "0.5").layer("a", "x", LARGE);
        older.restoreMetadata();
        Thread.currentThread().interrupt();
        assertThatThrownBy(older::restoreContents).isInstanceOf(RestoreCancelledException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(Build.restored(older.restoreContents())).containsExactly("x");
    }

    @Test
    void anInterruptOfAnExecutorsThreadCancels() {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        Thread caller = Thread.currentThread();
        CountDownLatch shut = new CountDownLatch(1);
        assertCancelled(options(4).executor(threads).listener((layer, bytes, size) -> {
            if (Thread.currentThread() == caller) {
                await(shut);
            } else {
                threads.shutdownNow();
                shut.countDown();
            }
        }));
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertNextRestoreIsComplete();
    }

    @Test
    void theRestoreOfTheSbomCanBeCancelled() {
        byte[] tar = new Tar()
                .file("/layers/sbom/cache/a/layer-0/sbom.cdx.json", "{}")
                .bytes();
        build.sbom(MemoryCache.diffId(tar));
        build.cache.put(MemoryCache.diffId(tar), () -> {
            cancellation.cancel();
            return new LayerContents(new ByteArrayInputStream(tar), tar.length);
        });
        assertCancelled(options(1));
        assertThat(build.tree()).doesNotContain("a/layer-0.sbom.cdx.json");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aStreamThatFailsAfterCancellationRejectsNoLayer() {
        IntStream.range(0, 8)
                .forEach(i -> build.cache.put(
                        MemoryCache.diffId(Build.tar("a", "layer-" + i, LARGE).bytes()), () -> {
                            cancellation.cancel();
                            throw new IOException("the connection was closed");
                        }));
        assertThatThrownBy(() -> build.restoreContents(options(1))).isInstanceOf(RestoreCancelledException.class);
        assertThat(build.tree()).contains("a/layer-0.toml", "a/layer-7.toml");
    }
}
