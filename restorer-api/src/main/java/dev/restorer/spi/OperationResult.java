package dev.restorer.spi;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The result of an operation that a {@link RestoreListener} observes.
 *
 * @param outcome the outcome
 * @param bytes the total size of the regular files that were restored, of a layer or of all layers of a restore; 0 for
 *     any other operation, and unless the outcome is {@link Outcome#SUCCEEDED}
 * @param duration the time between start and end
 * @param failure the exception that the operation ends with, or null if it ends without one
 * @since 0.1
 */
public record OperationResult(
        Outcome outcome,
        long bytes,
        Duration duration,
        @Nullable Throwable failure) {

    /**
     * Checks that only the failure is null.
     *
     * @param outcome the outcome
     * @param bytes the total size of the regular files that were restored
     * @param duration the time between start and end
     * @param failure the exception that the operation ends with, or null if it ends without one
     * @throws NullPointerException if outcome or duration is null
     */
    public OperationResult {
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(duration, "duration");
    }

    /**
     * The outcomes of operations. A later release may add some.
     *
     * @since 0.1
     */
    public enum Outcome {
        /** It did what it was to do; for a restore, also if layers were removed. */
        SUCCEEDED,
        /** The contents of a layer could not be restored, so the layer is removed. The report has the cause. */
        LAYER_REMOVED,
        /** The restore was cancelled. */
        CANCELLED,
        /** It ended with another exception. */
        FAILED
    }
}
