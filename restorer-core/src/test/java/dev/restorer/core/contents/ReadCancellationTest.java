package dev.restorer.core.contents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.Cancellation;
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
}
