package dev.restorer.core.engine.threads;

import dev.restorer.Cancellation;
import dev.restorer.vendors.InterruptChecks;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Cancels a restore when the thread that called it is interrupted: an interrupt alone does not end a read that this
 * thread waits for, such as that of a socket. One thread checks this for all restores of the JVM.
 */
public final class CallerInterrupts implements AutoCloseable {

    private static final int IDLE_SECONDS = 1;

    private final Future<?> checks;

    /** Begins to check whether the current thread is interrupted. */
    public CallerInterrupts(Cancellation cancellation) {
        this(cancellation, Timer.THREAD);
    }

    CallerInterrupts(Cancellation cancellation, ScheduledExecutorService timer) {
        checks = InterruptChecks.begin(timer, cancellation::cancel);
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
