package dev.restorer.core.engine;

import dev.restorer.ContentsOptions;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** What runs work beside the calling thread: the embedder's executor, or threads that end with the restore. */
final class Threads implements AutoCloseable {

    private final Executor executor;
    private final @Nullable ExecutorService own;

    private Threads(Executor executor, @Nullable ExecutorService own) {
        this.executor = executor;
        this.own = own;
    }

    static Threads of(ContentsOptions options) {
        Executor given = options.executor();
        if (given != null) {
            return new Threads(given, null);
        }
        if (options.parallelism() == 1) {
            return new Threads(Runnable::run, null);
        }
        ExecutorService own = Executors.newFixedThreadPool(options.parallelism() - 1, Threads::daemon);
        return new Threads(own, own);
    }

    /** No restore keeps a JVM from ending. */
    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "restorer-contents");
        thread.setDaemon(true);
        return thread;
    }

    Executor executor() {
        return executor;
    }

    @Override
    public void close() {
        if (own != null) {
            own.shutdown();
        }
    }
}
