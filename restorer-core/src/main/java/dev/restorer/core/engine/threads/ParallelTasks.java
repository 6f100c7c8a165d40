package dev.restorer.core.engine.threads;

import dev.restorer.vendors.Vendor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks in parallel. The calling thread runs tasks too, so all are completed even if the executor runs none, as an
 * executor whose only thread is the calling one.
 *
 * @param <T> the type of a task's result
 */
public final class ParallelTasks<T> {

    private final List<? extends Supplier<T>> tasks;
    private final List<CompletableFuture<T>> results = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();
    private volatile boolean failed;

    public ParallelTasks(List<? extends Supplier<T>> tasks) {
        this.tasks = tasks;
    }

    /**
     * Runs all tasks; after a failure, no further task is started. When this method returns or throws, no task is
     * running.
     *
     * @param parallelism the maximum number of tasks that run at once
     * @param executor runs tasks in addition to the calling thread
     * @param freed receives how many more threads have no task, or, if negative, how many fewer
     * @param onInterrupt called if the calling thread is interrupted while it waits for the tasks of others, for which
     *     it waits in any case; its interrupt status stays set
     * @return the results, in the order of the tasks
     * @throws RuntimeException the exception of the first task, in their order, that failed
     */
    public List<T> run(int parallelism, Executor executor, IntConsumer freed, Runnable onInterrupt) {
        freed.accept(parallelism - Math.min(parallelism, tasks.size()));
        if (tasks.size() == 1) {
            return List.of(tasks.get(0).get());
        }
        tasks.forEach(task -> results.add(new CompletableFuture<>()));
        Runnable worker = () -> {
            runTasks();
            freed.accept(1);
        };
        Help help = new Help(worker);
        for (int i = 1; i < Math.min(parallelism, tasks.size()); i++) {
            try {
                executor.execute(help);
            } catch (Throwable e) {
                // The executor rejects the task, or the system has no more threads. Those that run must not be left
                // alone, whatever an executor in another language throws.
                Vendor.keepInterrupt(e);
                break;
            }
        }
        worker.run();
        awaitResults(onInterrupt);
        help.tasks = null;
        freed.accept(-1); // the calling thread goes on
        throwFailure();
        return results.stream().map(CompletableFuture::join).toList();
    }

    private void runTasks() {
        for (int i = next.getAndIncrement(); i < tasks.size(); i = next.getAndIncrement()) {
            CompletableFuture<T> result = results.get(i);
            if (failed) {
                result.cancel(false);
                continue;
            }
            try {
                result.complete(tasks.get(i).get());
            } catch (Throwable e) { // code in another language may throw a checked exception, and the caller waits
                failed = true;
                result.completeExceptionally(e);
            }
        }
    }

    private void awaitResults(Runnable onInterrupt) {
        boolean interrupted = false;
        for (CompletableFuture<T> result : results) {
            while (!result.isDone()) {
                try {
                    result.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                    onInterrupt.run();
                } catch (ExecutionException | CancellationException e) {
                    // Thrown later, in the order of the tasks.
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void throwFailure() {
        for (CompletableFuture<T> result : results) {
            if (result.isCompletedExceptionally() && !result.isCancelled()) {
                throwCause(result);
            }
        }
    }

    private static void throwCause(CompletableFuture<?> result) {
        try {
            result.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /**
     * What an executor runs. It may be in a queue long after the tasks have ended, and must not keep them in memory.
     */
    private static final class Help implements Runnable {
        private volatile @Nullable Runnable tasks;

        private Help(Runnable tasks) {
            this.tasks = tasks;
        }

        /**
         * Leaves all tasks to others in a thread that is interrupted already, such as by an earlier task of another
         * owner: its own tasks could only fail.
         */
        @Override
        public void run() {
            Runnable remaining = tasks;
            if (remaining != null && !Thread.currentThread().isInterrupted()) {
                remaining.run();
            }
        }
    }
}
