package dev.restorer.core.engine;

import dev.restorer.Cancellation;
import dev.restorer.api.RestoreCancelledException;
import java.nio.file.Path;

/** Whether a restore shall end early: it was cancelled, or the thread that asked for it was interrupted. */
final class Stop {

    private final Cancellation cancellation;
    private final Thread caller = Thread.currentThread();
    private final Path layersDirectory;

    Stop(Cancellation cancellation, Path layersDirectory) {
        this.cancellation = cancellation;
        this.layersDirectory = layersDirectory;
    }

    void check() {
        if (cancellation.isCancelled() || caller.isInterrupted()) {
            throw cancelled();
        }
    }

    RestoreCancelledException cancelled() {
        return new RestoreCancelledException(layersDirectory);
    }
}
