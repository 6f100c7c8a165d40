package dev.restorer.api;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of one decision about metadata.
 *
 * @param decision the decision
 * @param written the name of the file that was written in the buildpack's directory, or null if none was, or if it was
 *     removed with the contents
 * @since 0.1
 */
public record LayerOutcome(LayerDecision decision, @Nullable String written) {

    /**
     * Checks that the decision is not null.
     *
     * @param decision the decision
     * @param written the name of the file that was written in the buildpack's directory, or null if none was, or if it
     *     was removed with the contents
     * @throws NullPointerException if decision is null
     */
    public LayerOutcome {
        Objects.requireNonNull(decision, "decision");
    }
}
