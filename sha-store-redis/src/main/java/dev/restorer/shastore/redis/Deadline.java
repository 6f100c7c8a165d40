package dev.restorer.shastore.redis;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * When something has to be done.
 *
 * @param end the time by {@link System#nanoTime()}
 * @param given how much time there was
 * @param parameter the parameter of the URI that gave it
 */
record Deadline(long end, Duration given, String parameter) {

    static Deadline in(Duration given, String parameter) {
        return new Deadline(System.nanoTime() + given.toNanos(), given, parameter);
    }

    /** Returns this one, or one that is nearer. */
    Deadline atMost(Duration max, String ofParameter) {
        return leftNanos() <= max.toNanos() ? this : in(max, ofParameter);
    }

    /** Returns one that leaves as much time to each of the others as it has itself. */
    Deadline share(int of) {
        return new Deadline(System.nanoTime() + leftNanos() / of, given, parameter);
    }

    long leftNanos() {
        return Math.max(0, end - System.nanoTime());
    }

    /** At least 1, since 0 means for ever to a socket. */
    int leftMillis() {
        return (int) Math.max(1, TimeUnit.NANOSECONDS.toMillis(leftNanos()));
    }

    boolean isOver() {
        return leftNanos() == 0;
    }
}
