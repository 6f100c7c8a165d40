package dev.restorer.core.engine;

import dev.restorer.api.ContentsOutcome;
import dev.restorer.files.Leftover;
import dev.restorer.spi.OperationResult.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * The result of restoring the contents of one layer.
 *
 * @param outcome the outcome for the report
 * @param leftover the part of the replaced directory that could not be removed, or null
 */
record LayerResult(ContentsOutcome outcome, @Nullable Leftover leftover) {

    boolean isRestored() {
        return outcome instanceof ContentsOutcome.Restored;
    }

    /** Returns this result as listeners know it. */
    Operations.Completed completed() {
        return new Operations.Completed(
                isRestored() ? Outcome.SUCCEEDED : Outcome.LAYER_REMOVED, Reports.bytes(outcome));
    }
}
