package dev.restorer.images.registry.lifetime;

import dev.restorer.images.registry.failure.NonRetryableException;
import java.time.Duration;

/**
 * The time at which an operation must be complete.
 *
 * @param nanoTime the time, as a value of {@link System#nanoTime()}
 * @param timeout the timeout from which it was calculated
 */
public record Deadline(long nanoTime, Duration timeout) {

    public static Deadline in(Duration timeout) {
        return new Deadline(System.nanoTime() + timeout.toNanos(), timeout);
    }

    public long remainingNanos() {
        return Math.max(0, nanoTime - System.nanoTime());
    }

    public boolean hasPassed() {
        return remainingNanos() == 0;
    }

    public NonRetryableException timedOut() {
        return new NonRetryableException("it did not complete within the timeout of " + timeout.toMillis() + " ms");
    }
}
