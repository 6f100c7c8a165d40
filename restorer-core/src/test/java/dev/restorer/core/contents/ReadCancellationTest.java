package dev.restorer.core.contents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.Cancellation;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadCancellationTest {

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
    void theInterruptOfTheCancellationEndsWithTheRead() {
        try (ReadCancellation reads = new ReadCancellation(cancellation)) {
            cancelInAnotherThread();
            assertThat(reads).isNotNull();
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        }
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
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
