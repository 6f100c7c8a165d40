package dev.restorer.core.engine.threads;

import dev.restorer.Cancellation;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Cancels a restore when the thread that called it is interrupted: an interrupt alone does not end a read that this
 * thread waits for, such as that of a socket. One thread checks this for all restores of the JVM.
 */
public final class CallerInterrupts implements AutoCloseable {

    private static final long INTERVAL_MILLIS = 100;
    private static final int IDLE_SECONDS = 1;

    private final Future<?> checks;

    /** Begins to check whether the current thread is interrupted. */
    public CallerInterrupts(Cancellation cancellation) {
        this(cancellation, Timer.THREAD);
    }

    CallerInterrupts(Cancellation cancellation, ScheduledExecutorService timer) {
        Thread caller = Thread.currentThread();
        AtomicBoolean begun = new AtomicBoolean(true);
        Runnable check = () -> {
            if (!begun.get()) {
                throw new CancellationException(); // which ends the checks
            }
            if (caller.isInterrupted()) {
                cancellation.cancel();
            }
        };
        try {
            checks = timer.scheduleWithFixedDelay(check, INTERVAL_MILLIS, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (OutOfMemoryError e) {
            begun.set(false); // the system has no thread for it now, but a later restore may start one
            throw e;
        }
    }

    @Override
    public void close() {
        checks.cancel(false);
    }

    private static final class Timer {
        static final ScheduledThreadPoolExecutor THREAD = create();

        private static ScheduledThreadPoolExecutor create() {
            ScheduledThreadPoolExecutor thread =
                    new ScheduledThreadPoolExecutor(1, task -> SharedThreads.daemon(task, "restorer-interrupts"));
            thread.setRemoveOnCancelPolicy(true);
            thread.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
            thread.allowCoreThreadTimeOut(true);
            return thread;
        }
    }
}
