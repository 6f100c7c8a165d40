package dev.restorer.shastore.redis;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what comes about by itself. */
final class Await {

    private static final Duration MOST = Duration.ofSeconds(30);
    private static final int PAUSE_MILLIS = 20;

    private Await() {}

    static void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + MOST.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + MOST + ": " + what);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }
}
