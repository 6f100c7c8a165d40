package dev.restorer.core.engine.threads;

import dev.restorer.Cancellation;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

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
        Thread caller = Thread.currentThread();
        Runnable check = () -> {
            if (caller.isInterrupted()) {
                cancellation.cancel();
            }
        };
        checks = Timer.THREAD.scheduleWithFixedDelay(check, INTERVAL_MILLIS, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
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
