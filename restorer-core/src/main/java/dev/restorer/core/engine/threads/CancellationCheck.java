package dev.restorer.core.engine.threads;

import dev.restorer.Cancellation;
import dev.restorer.api.RestoreCancelledException;
import dev.restorer.api.RestorerException;
import java.nio.file.Path;

/** Checks whether a restore was cancelled, or the thread that called it was interrupted. */
public final class CancellationCheck {

    private final Cancellation cancellation;
    private final Thread caller = Thread.currentThread();
    private final Path layersDirectory;

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
        return new RestoreCancelledException(layersDirectory);
    }
}
