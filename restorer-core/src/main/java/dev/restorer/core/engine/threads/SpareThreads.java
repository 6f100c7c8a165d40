package dev.restorer.core.engine.threads;

import dev.restorer.core.contents.pipeline.IdleThreads;
import dev.restorer.vendors.Vendor;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The threads that a restore may use and that have no layer to restore. Safe for use by many threads at once. */
public final class SpareThreads implements IdleThreads {

    private final Executor executor;

    /** The only thread that may call the executor, or null. */
    private final @Nullable Thread caller;

    private final AtomicInteger spare = new AtomicInteger();

    private SpareThreads(Executor executor, @Nullable Thread caller) {
        this.executor = executor;
        this.caller = caller;
    }

    /** Returns the threads of an executor that never waits when it is called. */
    public static SpareThreads of(Executor executor) {
        return new SpareThreads(executor, null);
    }

    /**
     * Returns the threads of an executor that only this thread calls: where an executor waits for a free thread, its
     * own tasks must not call it.
     */
    public static SpareThreads ofCaller(Executor executor) {
        return new SpareThreads(executor, Thread.currentThread());
    }

    /** Adds threads that have no layer to restore any more. */
    public void add(int count) {
        spare.addAndGet(count);
    }

    @Override
    public boolean tryRun(Runnable task) {
        if (caller != null && caller != Thread.currentThread()) {
            return false;
        }
        if (spare.getAndUpdate(count -> Math.max(0, count - 1)) <= 0) {
            return false;
        }
        try {
            executor.execute(() -> run(task));
            return true;
        } catch (Throwable e) { // an executor in another language may throw a checked exception
            Vendor.keepInterrupt(e);
            add(1);
            return false; // the executor rejects the task, or the system has no more threads
        }
    }

    private void run(Runnable task) {
        try {
            task.run();
        } finally {
            add(1);
        }
    }
}
