package dev.restorer.shastore.redis.connection;

import dev.restorer.vendors.DetachedThread;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The thread that acts when a deadline passes, one for all stores of the JVM. It ends when it is idle, and has nothing
 * of the thread that needs it first. That of {@link java.util.concurrent.CompletableFuture} would keep the context
 * class loader of that thread, and so the classes of an application, until the JVM ends.
 */
final class DeadlineThread {

    private static final int IDLE_SECONDS = 1;

    private static final ScheduledThreadPoolExecutor THREAD = create();

    private DeadlineThread() {}

    private static ScheduledThreadPoolExecutor create() {
        ScheduledThreadPoolExecutor thread =
                new ScheduledThreadPoolExecutor(1, task -> DetachedThread.of(task, "restorer-redis-deadline"));
        thread.setRemoveOnCancelPolicy(true);
        thread.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        thread.allowCoreThreadTimeOut(true);
        return thread;
    }

    /** Runs a task after some time, unless the returned future is cancelled before. */
    static Future<?> after(long nanos, Runnable task) {
        return THREAD.schedule(task, nanos, TimeUnit.NANOSECONDS);
    }
}
