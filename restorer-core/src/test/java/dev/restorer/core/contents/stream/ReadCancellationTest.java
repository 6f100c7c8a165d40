package dev.restorer.core.contents.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.Cancellation;
import dev.restorer.spi.LayerCache;
import dev.restorer.spi.LayerContents;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadCancellationTest {

    private static final long LONG_MILLIS = 60_000;

    private final Cancellation cancellation = new Cancellation();

    @AfterEach
    void clearTheFlag() {
        Thread.interrupted();
    }

    /** Waits without a method that clears the interrupt status meanwhile. */
    private void cancelInAnotherThread() {
        Thread other = new Thread(cancellation::cancel);
        other.start();
        while (other.isAlive()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void aReadThatEndsWhenItsStreamIsClosedIsNotInterrupted() {
        CountDownLatch closed = new CountDownLatch(1);
        try (ReadCancellation reads = new ReadCancellation(cancellation, LONG_MILLIS)) {
            reads.setStream(stream(closed::countDown));
            cancelInAnotherThread();
            assertThat(closed).satisfies(CountDownLatch::await);
        }
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void aStreamIsClosedWithTheClassLoaderOfItsReaderAndNoThreadLocalsOfWhoCancels() {
        InheritableThreadLocal<String> tenant = new InheritableThreadLocal<>();
        CompletableFuture<ClassLoader> context = new CompletableFuture<>();
        CompletableFuture<Boolean> inherits = new CompletableFuture<>();
        try (ReadCancellation reads = new ReadCancellation(cancellation, LONG_MILLIS)) {
            reads.setStream(stream(() -> {
                inherits.complete(tenant.get() != null);
                context.complete(Thread.currentThread().getContextClassLoader());
            }));
            Thread other = new Thread(() -> {
                tenant.set("of who cancels");
                cancellation.cancel();
            });
            other.setContextClassLoader(null);
            other.start();
            assertThat(context.join()).isSameAs(Thread.currentThread().getContextClassLoader());
            assertThat(inherits).isCompletedWithValue(false);
        }
    }

    private static CacheStream stream(Runnable onClose) {
        InputStream stream = new ByteArrayInputStream(new byte[1]) {
            @Override
            public void close() {
                onClose.run();
            }
        };
        return new CacheStream(LayerCache.none(), new LayerContents(stream, 1), (bytes, size) -> {});
    }

    /** As a cache does that ends its connection before it restores the interrupt status. */
    @Test
    void anInterruptThatTheReadHasTakenWhenTheRestoreIsCancelledIsNotLost() {
        try (ReadCancellation reads = new ReadCancellation(cancellation)) {
            assertThat(reads).isNotNull();
            Thread.currentThread().interrupt();
            assertThat(sleepIsInterrupted()).isTrue();
            cancelInAnotherThread();
            while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait(); // until the cancellation interrupts this thread too
            }
            Thread.currentThread().interrupt();
        }
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @Test
    void anInterruptDuringTheReadStaysThoughTheRestoreIsCancelledLater() {
        try (ReadCancellation reads = new ReadCancellation(cancellation)) {
            assertThat(reads).isNotNull();
            Thread.currentThread().interrupt();
            cancelInAnotherThread();
        }
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @Test
    void aReaderThatIgnoresAnInterruptIsInterruptedAgain() throws Exception {
        CompletableFuture<Integer> interrupts = new CompletableFuture<>();
        CountDownLatch reading = new CountDownLatch(1);
        Thread reader = new Thread(() -> {
            try (ReadCancellation reads = new ReadCancellation(cancellation)) {
                assertThat(reads).isNotNull();
                reading.countDown();
                int ignored = 0;
                while (ignored < 2) {
                    ignored += sleepIsInterrupted() ? 1 : 0;
                }
                interrupts.complete(ignored);
            }
        });
        reader.setDaemon(true);
        reader.start();
        reading.await();
        cancellation.cancel();
        assertThat(interrupts).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(2);
        reader.join(10_000);
        assertThat(reader.isAlive()).isFalse();
    }

    private static boolean sleepIsInterrupted() {
        try {
            Thread.sleep(60_000);
            return false;
        } catch (InterruptedException e) {
            return true; // as code does that tries again
        }
    }
}
