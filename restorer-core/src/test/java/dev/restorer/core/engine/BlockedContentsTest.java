package dev.restorer.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.Cancellation;
import dev.restorer.ContentsOptions;
import dev.restorer.api.RestoreCancelledException;
import dev.restorer.core.contents.MemoryCache;
import dev.restorer.spi.LayerContents;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A restore is cancelled while another vendor's cache does not answer. */
@Timeout(60)
class BlockedContentsTest {

    @TempDir
    Path directory;

    private Build build;
    private final Cancellation cancellation = new Cancellation();
    private final CountDownLatch blocked = new CountDownLatch(2);

    @BeforeEach
    void createBuild() {
        build = new Build(directory).buildpack("a", "0.10");
    }

    @AfterEach
    void clearTheFlag() {
        Thread.interrupted();
    }

    private void twoLayers(MemoryCache.Opening opening) {
        for (String layer : new String[] {"x", "y"}) {
            String diffId = MemoryCache.diffId(Build.tar("a", layer, "content").bytes());
            build.knownLayer("a", layer, diffId);
            build.cache.put(diffId, opening);
        }
        build.restoreMetadata();
    }

    private void assertCancelled(ContentsOptions.Builder options) {
        assertThatThrownBy(() -> build.restoreContents(options.cancellation(cancellation)))
                .isInstanceOf(RestoreCancelledException.class);
        assertThat(build.tree()).containsExactly("a/", "a/x.toml", "a/y.toml");
    }

    private void onceBlocked(Runnable action) {
        Thread other = new Thread(() -> {
            await(blocked);
            action.run();
        });
        other.setDaemon(true);
        other.start();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private LayerContents contents(InputStream stream) {
        return new LayerContents(stream, LayerContents.UNKNOWN_SIZE);
    }

    @Test
    void streamsThatOnlyReactToBeingClosedAreClosed() {
        twoLayers(() -> contents(new UninterruptibleStream()));
        onceBlocked(cancellation::cancel);
        assertCancelled(build.options().parallelism(2));
    }

    @Test
    void streamsThatOnlyReactToAnInterruptAreInterrupted() {
        twoLayers(() -> contents(new InterruptibleStream()));
        onceBlocked(cancellation::cancel);
        assertCancelled(build.options().parallelism(2));
    }

    @Test
    void openingContentsIsInterrupted() {
        twoLayers(() -> {
            blocked.countDown();
            return sleep();
        });
        onceBlocked(cancellation::cancel);
        assertCancelled(build.options().parallelism(2));
    }

    @Test
    void aStreamThatIsOpenedAfterTheCancellationIsClosedWithoutARead() {
        AtomicInteger reads = new AtomicInteger();
        AtomicInteger closes = new AtomicInteger();
        twoLayers(() -> {
            blocked.countDown();
            awaitCancellation();
            return contents(new InputStream() {
                @Override
                public int read() {
                    return -reads.incrementAndGet();
                }

                @Override
                public int read(byte[] into, int offset, int length) {
                    return read();
                }

                @Override
                public void close() {
                    closes.incrementAndGet();
                }
            });
        });
        onceBlocked(cancellation::cancel);
        assertCancelled(build.options().parallelism(2));
        assertThat(reads).hasValue(0);
        assertThat(closes).hasValue(2);
    }

    /** Waits like the request of a client whose requests do not end when the thread is interrupted. */
    private void awaitCancellation() {
        CountDownLatch cancelled = new CountDownLatch(1);
        try (Cancellation.Registration registration = cancellation.onCancel(cancelled::countDown)) {
            assertThat(registration).isNotNull();
            awaitUninterruptibly(cancelled);
        }
    }

    @Test
    void anSbomWhoseStreamIsClosedCancelsTheRestore() {
        String diffId = MemoryCache.diffId(new byte[1]);
        build.layer("a", "z", "content").sbom(diffId);
        build.cache.put(diffId, () -> {
            blocked.countDown();
            return contents(new UninterruptibleStream());
        });
        build.restoreMetadata();
        onceBlocked(cancellation::cancel);
        assertThatThrownBy(() -> build.restoreContents(build.options().cancellation(cancellation)))
                .isInstanceOf(RestoreCancelledException.class);
    }

    @Test
    void aStreamWhoseCloseBlocksDoesNotKeepOthersFromBeingCancelled() {
        CountDownLatch never = new CountDownLatch(1);
        twoLayers(() -> contents(new InterruptibleStream() {
            @Override
            public void close() {
                if (Thread.currentThread().getName().equals("restorer-cancel")) {
                    await(never);
                }
            }
        }));
        onceBlocked(cancellation::cancel);
        assertCancelled(build.options().parallelism(2));
    }

    @Test
    void anInterruptOfTheCallerEndsTheReadsOfOtherThreads() {
        Thread caller = Thread.currentThread();
        twoLayers(() ->
                contents(Thread.currentThread() == caller ? new InterruptibleStream() : new UninterruptibleStream()));
        onceBlocked(caller::interrupt);
        assertCancelled(build.options().parallelism(2));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void anInterruptOfTheCallerEndsItsOwnReadThatDoesNotReactToIt() {
        Thread caller = Thread.currentThread();
        blocked.countDown();
        twoLayers(() -> contents(new SocketLikeStream()));
        onceBlocked(caller::interrupt);
        assertCancelled(build.options().parallelism(1));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void noThreadOfAnExecutorStaysInterrupted() throws Exception {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try {
            twoLayers(() -> contents(new UninterruptibleStream()));
            onceBlocked(cancellation::cancel);
            assertCancelled(build.options().parallelism(2).executor(executor));
            assertThat(executor.submit(() -> Thread.currentThread().isInterrupted())
                            .get())
                    .isFalse();
        } finally {
            executor.shutdown();
        }
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        boolean interrupted = false;
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static LayerContents sleep() throws IOException {
        try {
            TimeUnit.MINUTES.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("it was interrupted");
        }
        throw new AssertionError("it was not interrupted");
    }

    /** A stream whose reads end with an exception when the thread is interrupted. */
    private class InterruptibleStream extends InputStream {
        @Override
        public int read() throws IOException {
            blocked.countDown();
            sleep();
            return -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return read();
        }
    }

    /**
     * A stream whose reads end with an exception when it is closed, and do not touch the status of an interrupted
     * thread.
     */
    private final class SocketLikeStream extends InputStream {
        private volatile boolean closed;

        @Override
        public int read() throws IOException {
            blocked.countDown();
            while (!closed) {
                LockSupport.parkNanos(1_000_000);
            }
            throw new IOException("the stream was closed");
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return read();
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    /** A stream whose reads end with an exception when it is closed, and keep an interrupt for later. */
    private final class UninterruptibleStream extends InputStream {
        private final CountDownLatch closed = new CountDownLatch(1);

        @Override
        public int read() throws IOException {
            blocked.countDown();
            awaitUninterruptibly(closed);
            throw new IOException("the stream was closed");
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
}
