package dev.restorer.core.engine.threads;

import dev.restorer.vendors.Vendor;
import java.util.ArrayList;
import java.util.List;
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
    private final List<CompletableFuture<Result<T>>> results = new ArrayList<>();
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
        return results.stream().map(result -> result.join().value()).toList();
    }

    private void runTasks() {
        for (int i = next.getAndIncrement(); i < tasks.size(); i = next.getAndIncrement()) {
            results.get(i).complete(failed ? Result.none() : result(tasks.get(i)));
        }
    }

    private Result<T> result(Supplier<T> task) {
        try {
            return new Result<>(task.get(), null);
        } catch (Throwable e) { // code in another language may throw a checked exception, and the caller waits
            failed = true;
            return new Result<>(null, e);
        }
    }

    private void awaitResults(Runnable onInterrupt) {
        boolean interrupted = false;
        for (CompletableFuture<Result<T>> result : results) {
            while (!result.isDone()) {
                try {
                    result.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                    onInterrupt.run();
                } catch (ExecutionException e) {
                    throw new AssertionError(e); // each is completed with what its task threw
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void throwFailure() {
        for (CompletableFuture<Result<T>> result : results) {
            Throwable failure = result.join().failure();
            if (failure instanceof Error error) {
                throw error;
            }
            if (failure instanceof RuntimeException exception) {
                throw exception;
            }
            if (failure != null) {
                throw new CompletionException(failure);
            }
        }
    }

    /**
     * How a task has ended: with a value or a failure, or with neither if it was not started since another one failed.
     * A failure is no exception of a future, which would take a CancellationException for a task that was not started.
     */
    private record Result<T>(@Nullable T value, @Nullable Throwable failure) {

        static <T> Result<T> none() {
            return new Result<>(null, null);
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
