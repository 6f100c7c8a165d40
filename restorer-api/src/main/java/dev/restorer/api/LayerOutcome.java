package dev.restorer.api;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of one decision.
 *
 * @param decision what was decided about the layer
 * @param written the name of the file that was written in the buildpack's directory, or null if none was
 * @since 0.1
 */
public record LayerOutcome(LayerDecision decision, @Nullable String written) {

    /** Checks that there is a decision. */
    public LayerOutcome {
        Objects.requireNonNull(decision, "decision");
    }
}
