package dev.restorer.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.api.RestoreCancelledException;
import dev.restorer.spi.LayerContents;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The executor of the options interrupts its threads while they read another vendor's cache. */
@Timeout(60)
class InterruptedExecutorTest {

    private static final int LAYERS = 6;

    @TempDir
    Path directory;

    private final Thread caller = Thread.currentThread();
    private final CountDownLatch reading = new CountDownLatch(1);
    private Build build;

    @BeforeEach
    void createBuild() {
        build = new Build(directory).buildpack("a", "0.10");
        for (int i = 0; i < LAYERS; i++) {
            String diffId =
                    build.cache.add(Build.tar("a", "layer-" + i, "content").bytes());
            build.knownLayer("a", "layer-" + i, diffId);
            build.cache.put(diffId, () -> new LayerContents(new WaitingStream(), LayerContents.UNKNOWN_SIZE));
        }
        build.restoreMetadata();
    }

    /** The stream of the calling thread waits until it is closed, the others until they are interrupted. */
    private final class WaitingStream extends InputStream {
        private final CountDownLatch closed = new CountDownLatch(1);

        @Override
        public int read() throws IOException {
            try {
                if (Thread.currentThread() != caller) {
                    reading.countDown();
                    TimeUnit.MINUTES.sleep(1);
                }
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new IOException("the read has ended");
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return read();
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }

    private void assertCancelled(Executor executor) {
        assertThatThrownBy(() ->
                        build.restoreContents(build.options().parallelism(2).executor(executor)))
                .isInstanceOf(RestoreCancelledException.class)
                .satisfies(e -> assertThat(e.getSuppressed())
                        .singleElement()
                        .asString()
                        .isEqualTo(
                                "java.lang.InterruptedException: the thread worker of the executor was interrupted"));
        assertThat(build.tree()).contains("a/layer-0.toml", "a/layer-5.toml").hasSize(1 + LAYERS);
        assertThat(caller.isInterrupted()).isFalse();
    }

    @Test
    void anExecutorThatIsShutDownNowCancelsTheRestoreAndTheReadsOfOthers() throws InterruptedException {
        ExecutorService threads = Executors.newSingleThreadExecutor(task -> new Thread(task, "worker"));
        Thread other = new Thread(() -> {
            awaitReading();
            threads.shutdownNow();
        });
        other.start();
        assertCancelled(threads);
        other.join();
    }

    private void awaitReading() {
        try {
            reading.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Before Java 19, a pool may run a task in a thread that an earlier task left interrupted. */
    @Test
    void aThreadThatIsInterruptedFromTheStartLeavesAllLayersToTheCaller() {
        for (int i = 0; i < LAYERS; i++) {
            build.cache.add(Build.tar("a", "layer-" + i, "content").bytes());
        }
        Executor interrupted = task -> {
            Thread thread = new Thread(() -> {
                Thread.currentThread().interrupt();
                task.run();
            });
            thread.start();
            join(thread);
        };
        build.restoreContents(build.options().parallelism(2).executor(interrupted));
        assertThat(build.tree()).contains("a/layer-0/file", "a/layer-5/file");
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
