package dev.restorer.core.engine.threads;

import dev.restorer.vendors.DetachedThread;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The threads that restore contents in addition to the calling threads. All restores of the JVM without an executor
 * share them, so that many restores at once do not start many threads each.
 */
public final class SharedThreads {

    private static final int IDLE_SECONDS = 1;

    private SharedThreads() {}

    /** Returns an executor whose tasks have the context class loader of the calling thread. */
    public static Executor executor() {
        return withContext(task -> Pool.THREADS.execute(task));
    }

    /** Lets another executor run tasks with the context class loader of the calling thread. */
    public static Executor withContext(Executor executor) {
        // A task may be in the queue long after its restore has ended, and must not keep classes of an application in
        // memory. While the restore runs, the calling thread has the class loader.
        Reference<@Nullable ClassLoader> context =
                new WeakReference<>(Thread.currentThread().getContextClassLoader());
        return task -> executor.execute(() -> run(task, context));
    }

    private static void run(Runnable task, Reference<@Nullable ClassLoader> context) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(context.get());
        try {
            task.run();
        } finally {
            thread.setContextClassLoader(before); // an idle thread would keep the classes of an application in memory
        }
    }

    /** Returns the maximum number of threads: more than processors, since some wait for a disk or for a server. */
    static int limit() {
        return Math.max(4, 2 * Runtime.getRuntime().availableProcessors());
    }

    /** Creates a thread for all restores, which has nothing of the one that needs it first. */
    static Thread daemon(Runnable task, String name) {
        return DetachedThread.of(task, name);
    }

    private static final class Pool {
        static final ThreadPoolExecutor THREADS = create();

        private static ThreadPoolExecutor create() {
            ThreadPoolExecutor threads = new ThreadPoolExecutor(
                    limit(),
                    limit(),
                    IDLE_SECONDS,
                    TimeUnit.SECONDS,
                    new LinkedBlockingQueue<>(),
                    task -> daemon(task, "restorer-contents"));
            threads.allowCoreThreadTimeOut(true);
            return threads;
        }
    }
}
