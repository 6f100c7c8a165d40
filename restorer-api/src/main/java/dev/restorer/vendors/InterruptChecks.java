package dev.restorer.vendors;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Checks of a timer whether a thread was interrupted, since an interrupt ends no wait for a socket. */
public final class InterruptChecks {

    private static final long INTERVAL_MILLIS = 100;

    private InterruptChecks() {}

    /**
     * Begins to check whether the current thread is interrupted.
     *
     * @param timer the timer
     * @param onInterrupt what is run at each check that finds the thread interrupted
     * @return the checks, to be cancelled when the thread waits no more
     */
    public static Future<?> begin(ScheduledExecutorService timer, Runnable onInterrupt) {
        Thread thread = Thread.currentThread();
        AtomicBoolean begun = new AtomicBoolean(true);
        Runnable check = () -> {
            if (!begun.get()) {
                throw new CancellationException(); // which ends the checks
            }
            if (thread.isInterrupted()) {
                onInterrupt.run();
            }
        };
        try {
            return timer.scheduleWithFixedDelay(check, INTERVAL_MILLIS, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (OutOfMemoryError e) {
            begun.set(false); // the system has no thread for it now, but the timer may start one later
            throw e;
        }
    }
}
