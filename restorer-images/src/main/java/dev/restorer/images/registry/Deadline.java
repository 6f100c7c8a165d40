package dev.restorer.images.registry;

import java.time.Duration;

/**
 * When something has to be done.
 *
 * @param end the time by {@link System#nanoTime()}
 * @param given how much time there was
 */
record Deadline(long end, Duration given) {

    static Deadline in(Duration given) {
        return new Deadline(System.nanoTime() + given.toNanos(), given);
    }

    long leftNanos() {
        return Math.max(0, end - System.nanoTime());
    }

    boolean isOver() {
        return leftNanos() == 0;
    }

    FinalException passed() {
        return new FinalException("it was not done in " + given.toMillis() + " ms, the time-out for all of it");
    }
}
