package dev.restorer.api;

import java.util.List;
import java.util.Objects;

/**
 * The decision about the metadata of one layer that the app image or the cache lists.
 *
 * @param id the layer
 * @param source where its metadata was read
 * @param metadata its metadata
 * @param reason why it is restored or not
 * @since 0.1
 */
public record LayerDecision(LayerId id, MetadataSource source, LayerMetadata metadata, Reason reason) {

    /**
     * Checks that nothing is null.
     *
     * @param id the layer
     * @param source where its metadata was read
     * @param metadata its metadata
     * @param reason why it is restored or not
     * @throws NullPointerException if one of them is null
     */
    public LayerDecision {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(metadata, "metadata");
        Objects.requireNonNull(reason, "reason");
    }

    /**
     * Tells whether the metadata is restored.
     *
     * @return whether the reason is one to restore
     */
    public boolean restored() {
        return reason.restored();
    }

    /**
     * Returns the rules that led to the reason.
     *
     * @return the steps in order; the last one does not hold if the metadata is not restored, and all others do
     */
    public List<RuleStep> steps() {
        return MetadataRule.steps(source, reason);
    }
}
