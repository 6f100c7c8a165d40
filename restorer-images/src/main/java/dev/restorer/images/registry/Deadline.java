package dev.restorer.images.registry;

import java.time.Duration;

/**
 * The time at which an operation must be complete.
 *
 * @param nanoTime the time, as a value of {@link System#nanoTime()}
 * @param timeout the timeout from which it was calculated
 */
record Deadline(long nanoTime, Duration timeout) {

    static Deadline in(Duration timeout) {
        return new Deadline(System.nanoTime() + timeout.toNanos(), timeout);
    }

    long remainingNanos() {
        return Math.max(0, nanoTime - System.nanoTime());
    }

    boolean hasPassed() {
        return remainingNanos() == 0;
    }

    NonRetryableException timedOut() {
        return new NonRetryableException("it did not complete within the timeout of " + timeout.toMillis() + " ms");
    }
}
