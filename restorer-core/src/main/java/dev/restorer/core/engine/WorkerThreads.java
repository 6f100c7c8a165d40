package dev.restorer.core.engine;

import dev.restorer.ContentsOptions;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * The executor that runs tasks in addition to the calling thread: that of the embedder, or threads that end with the
 * restore.
 */
final class WorkerThreads implements AutoCloseable {

    private final Executor executor;
    private final @Nullable ExecutorService createdPool;

    private WorkerThreads(Executor executor, @Nullable ExecutorService createdPool) {
        this.executor = executor;
        this.createdPool = createdPool;
    }

    static WorkerThreads of(ContentsOptions options) {
        Executor given = options.executor();
        if (given != null) {
            return new WorkerThreads(given, null);
        }
        if (options.parallelism() == 1) {
            return new WorkerThreads(Runnable::run, null);
        }
        ExecutorService createdPool = Executors.newFixedThreadPool(options.parallelism() - 1, WorkerThreads::daemon);
        return new WorkerThreads(createdPool, createdPool);
    }

    /** Daemon threads do not keep the JVM from exiting. */
    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "restorer-contents");
        thread.setDaemon(true);
        return thread;
    }

    Executor executor() {
        return executor;
    }

    @Override
    public void close() {
        if (createdPool != null) {
            createdPool.shutdown();
        }
    }
}
