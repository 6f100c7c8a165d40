package dev.restorer.api;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The decision about the contents of one cached layer.
 *
 * @param id the layer
 * @param reason why its contents are restored, or the layer is removed
 * @param layerDiffId the diff id that the SHA store has for it, or null if it has none, or if the cache does not have
 *     the layer
 * @param cacheDiffId the diff id that the cache has for it, or null if the cache does not list it
 * @since 0.1
 */
public record ContentsDecision(
        LayerId id,
        ContentsReason reason,
        @Nullable String layerDiffId,
        @Nullable String cacheDiffId) {

    /**
     * Checks that the layer and the reason are not null, and that contents to be restored have a diff id.
     *
     * @param id the layer
     * @param reason why its contents are restored, or the layer is removed
     * @param layerDiffId the diff id that the SHA store has for it, or null if it has none, or if the cache does not
     *     have the layer
     * @param cacheDiffId the diff id that the cache has for it, or null if the cache does not list it
     * @throws NullPointerException if the id or the reason is null, or the diff id of the cache is null and the
     *     contents are restored
     */
    public ContentsDecision {
        Objects.requireNonNull(id, "id");
        if (reason.restored()) {
            Objects.requireNonNull(cacheDiffId, "cacheDiffId");
        }
    }

    /**
     * Tells whether the contents are restored.
     *
     * @return true to restore the contents, false to remove the layer
     */
    public boolean restored() {
        return reason.restored();
    }

    /**
     * Returns the rules that led to the reason.
     *
     * @return the steps in order; the last one does not hold if the contents are not restored, and all others do
     */
    public List<RuleStep> steps() {
        return ContentsRule.steps(reason);
    }
}
