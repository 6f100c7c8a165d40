package dev.restorer.shastore.tck;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/** Runs a task in many threads that start together. */
final class ManyThreads {

    private static final int THREADS = 16;

    private ManyThreads() {}

    /** Returns when all threads have ended. An assertion error of a thread is thrown unchanged. */
    static void run(IntConsumer task) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            CyclicBarrier start = new CyclicBarrier(THREADS);
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int thread = i;
                running.add(threads.submit(() -> {
                    start.await();
                    task.accept(thread);
                    return null;
                }));
            }
            for (Future<?> future : running) {
                await(future);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void await(Future<?> future) throws Exception {
        try {
            future.get(5, TimeUnit.MINUTES);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AssertionError failure) {
                throw failure;
            }
            throw e;
        }
    }
}
