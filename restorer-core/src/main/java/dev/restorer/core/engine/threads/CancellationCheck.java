package dev.restorer.core.engine.threads;

import dev.restorer.Cancellation;
import dev.restorer.api.RestoreCancelledException;
import dev.restorer.api.RestorerException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Checks whether a restore was cancelled, or the thread that called it was interrupted. */
public final class CancellationCheck {

    private final Cancellation cancellation;
    private final Thread caller = Thread.currentThread();
    private final Path layersDirectory;

    /** A thread of the executor that was interrupted, or null. */
    private volatile @Nullable Thread interrupted;

    public CancellationCheck(Cancellation cancellation, Path layersDirectory) {
        this.cancellation = cancellation;
        this.layersDirectory = layersDirectory;
    }

    public void check() {
        if (cancellation.isCancelled() || caller.isInterrupted()) {
            throw exception();
        }
    }

    /**
     * Checks in a thread that restores layers. An interrupt of it, such as by an executor that is shut down now,
     * cancels all: it asks for an end, and the thread could only fail, layer after layer.
     */
    public void checkThread() {
        Thread thread = Thread.currentThread();
        if (thread != caller && thread.isInterrupted() && !cancellation.isCancelled()) {
            interrupted = thread;
            cancellation.cancel();
        }
        check();
    }

    /**
     * Returns what to throw for a failure of a SHA store. If the thread that called the restore was interrupted, that
     * may be why a call of the store ended.
     */
    public RestorerException failure(RestorerException ofStore) {
        if (!caller.isInterrupted()) {
            return ofStore;
        }
        RestoreCancelledException cancelled = exception();
        cancelled.addSuppressed(ofStore);
        return cancelled;
    }

    public RestoreCancelledException exception() {
        RestoreCancelledException cancelled = new RestoreCancelledException(layersDirectory);
        Thread thread = interrupted;
        if (thread != null) {
            cancelled.addSuppressed(
                    new InterruptedException("the thread " + thread.getName() + " of the executor was interrupted"));
        }
        return cancelled;
    }
}
