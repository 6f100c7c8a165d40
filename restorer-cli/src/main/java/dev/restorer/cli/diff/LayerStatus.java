package dev.restorer.cli.diff;

import dev.restorer.api.BuildpackReport;
import dev.restorer.api.ContentsOutcome;
import dev.restorer.api.LayerDecision;
import dev.restorer.api.LayerId;
import dev.restorer.api.LayerOutcome;
import dev.restorer.api.Quoted;
import dev.restorer.api.RestoreReport;
import dev.restorer.cli.table.DecisionText;
import dev.restorer.cli.table.LayerDecisions;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a report says about one layer.
 *
 * @param metadata the decisions about its metadata
 * @param contents the outcome for its contents, or null if there is none
 */
record LayerStatus(LayerDecisions metadata, @Nullable ContentsOutcome contents) {

    private static final LayerStatus UNLISTED = new LayerStatus(LayerDecisions.none(), null);

    /** Returns all layers of a report, in its order. */
    static Map<LayerId, LayerStatus> of(RestoreReport report) {
        Map<LayerId, LayerStatus> layers = new LinkedHashMap<>();
        for (BuildpackReport buildpack : report.buildpacks()) {
            for (LayerOutcome outcome : buildpack.layers()) {
                LayerDecision decision = outcome.decision();
                layers.compute(
                        decision.id(), (id, status) -> unlistedIfNull(status).with(decision));
            }
            for (ContentsOutcome outcome : buildpack.contents()) {
                layers.compute(
                        outcome.decision().id(),
                        (id, status) -> new LayerStatus(unlistedIfNull(status).metadata, outcome));
            }
        }
        return layers;
    }

    /**
     * Tells whether a report with some layers has decisions about metadata. One of contents alone has none, not even
     * about the layers that the cache lists.
     */
    static boolean haveMetadata(Map<LayerId, LayerStatus> layers) {
        return layers.values().stream().allMatch(LayerStatus::hasMetadata);
    }

    /** Tells whether the report has decisions about the metadata of this layer, if a source lists it. */
    boolean hasMetadata() {
        boolean inCache = contents != null && contents.decision().cacheDiffId() != null;
        return metadata.cache() != null || !inCache;
    }

    static LayerStatus unlistedIfNull(@Nullable LayerStatus status) {
        return status == null ? UNLISTED : status;
    }

    private LayerStatus with(LayerDecision decision) {
        return new LayerStatus(metadata.with(decision), contents);
    }

    boolean isListed() {
        return metadata.app() != null || metadata.cache() != null || contents != null;
    }

    /** Tells whether the buildpack found the layer of the earlier build. A removed layer has no metadata either. */
    boolean isUsed() {
        return contents == null ? metadata.isRestored() : contents instanceof ContentsOutcome.Restored;
    }

    /** Returns what was done with the layer, and why it was not used, if so. */
    String description() {
        if (contents instanceof ContentsOutcome.Removed removed) {
            return "removed: " + Quoted.escape(removed.cause());
        }
        if (metadata.isRestored()) {
            return "metadata restored from the " + DecisionText.source(metadata.from())
                    + (contents == null ? "" : ", contents restored");
        }
        if (contents != null) {
            return "contents restored";
        }
        return isListed() ? "not restored: " + metadata.why() : "neither the app image nor the cache lists it";
    }
}
