package dev.restorer.core.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Does pieces of work at once. The calling thread takes pieces too, so all is done even if the executor never runs
 * anything, as one does whose only thread is the calling one.
 *
 * @param <T> what a piece comes to
 */
final class ParallelWork<T> {

    private final List<? extends Supplier<T>> pieces;
    private final List<CompletableFuture<T>> results = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();
    private volatile boolean failed;

    ParallelWork(List<? extends Supplier<T>> pieces) {
        this.pieces = pieces;
    }

    /**
     * Does all pieces, or none after one that failed. None is running any more when this returns or throws.
     *
     * @param atOnce how many are done at once, at most
     * @param executor what runs those beyond the first
     * @return what they come to, in order
     * @throws RuntimeException what the first of those threw that failed
     */
    List<T> run(int atOnce, Executor executor) {
        if (pieces.size() == 1) {
            return List.of(pieces.get(0).get());
        }
        pieces.forEach(piece -> results.add(new CompletableFuture<>()));
        for (int i = 1; i < Math.min(atOnce, pieces.size()); i++) {
            try {
                executor.execute(this::work);
            } catch (RuntimeException | OutOfMemoryError e) {
                break; // it takes no more, or the system has no more threads: then with fewer of them
            }
        }
        work();
        results.forEach(result -> result.exceptionally(failure -> null).join());
        throwFailure();
        return results.stream().map(CompletableFuture::join).toList();
    }

    private void work() {
        for (int i = next.getAndIncrement(); i < pieces.size(); i = next.getAndIncrement()) {
            CompletableFuture<T> result = results.get(i);
            if (failed) {
                result.cancel(false);
                continue;
            }
            try {
                result.complete(pieces.get(i).get());
            } catch (RuntimeException | Error e) {
                failed = true;
                result.completeExceptionally(e);
            }
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
}
