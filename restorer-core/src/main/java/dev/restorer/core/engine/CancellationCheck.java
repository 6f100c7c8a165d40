package dev.restorer.core.engine;

import dev.restorer.Cancellation;
import dev.restorer.api.RestoreCancelledException;
import java.nio.file.Path;

/** Checks whether a restore was cancelled, or the thread that called it was interrupted. */
final class CancellationCheck {

    private final Cancellation cancellation;
    private final Thread caller = Thread.currentThread();
    private final Path layersDirectory;

    CancellationCheck(Cancellation cancellation, Path layersDirectory) {
        this.cancellation = cancellation;
        this.layersDirectory = layersDirectory;
    }

    void check() {
        if (cancellation.isCancelled() || caller.isInterrupted()) {
            throw exception();
        }
    }

    RestoreCancelledException exception() {
        return new RestoreCancelledException(layersDirectory);
    }
}
