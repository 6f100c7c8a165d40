package dev.restorer.core.engine;

import dev.restorer.api.ContentsOutcome;
import dev.restorer.files.Leftover;
import org.jspecify.annotations.Nullable;

/**
 * What became of the contents of one layer.
 *
 * @param outcome what is reported
 * @param leftover what could not be removed of what stood in its place, or null
 */
record LayerResult(ContentsOutcome outcome, @Nullable Leftover leftover) {

    boolean isRestored() {
        return outcome instanceof ContentsOutcome.Restored;
    }
}
