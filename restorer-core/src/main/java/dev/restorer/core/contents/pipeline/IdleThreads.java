package dev.restorer.core.contents.pipeline;

/** Threads that run tasks at once or not at all. */
@FunctionalInterface
public interface IdleThreads {

    /**
     * Runs a task in a thread that has nothing else to do, if there is one. Such a thread may start late, or never.
     *
     * @param task the task, which need not run
     * @return false if there is no idle thread
     */
    boolean tryRun(Runnable task);

    /**
     * Returns threads that are never idle.
     *
     * @return threads that run no task
     */
    static IdleThreads none() {
        return task -> false;
    }
}
