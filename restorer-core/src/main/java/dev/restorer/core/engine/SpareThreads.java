package dev.restorer.core.engine;

import dev.restorer.core.contents.IdleThreads;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads that a restore may use and that have no layer to restore. Safe for use by many threads at once. */
final class SpareThreads implements IdleThreads {

    private final Executor executor;
    private final AtomicInteger spare = new AtomicInteger();

    SpareThreads(Executor executor) {
        this.executor = executor;
    }

    /** Adds threads that have no layer to restore any more. */
    void add(int count) {
        spare.addAndGet(count);
    }

    @Override
    public boolean tryRun(Runnable task) {
        if (spare.getAndUpdate(count -> Math.max(0, count - 1)) <= 0) {
            return false;
        }
        try {
            executor.execute(() -> run(task));
            return true;
        } catch (RuntimeException | OutOfMemoryError e) {
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
