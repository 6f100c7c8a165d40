package dev.restorer.core.decision;

import dev.restorer.api.LayerDecision;
import dev.restorer.api.LayerId;
import dev.restorer.api.LayerMetadata;
import dev.restorer.api.MetadataSource;
import dev.restorer.api.Reason;

/**
 * Decides about the layers of one buildpack, once the rules about their types are applied.
 *
 * @param buildpackId the id of the buildpack
 * @param isSafe whether the id is safe as the name of a directory
 * @param skipsLayers whether no layer is restored
 * @param names the rules for names
 */
record LayerDecider(String buildpackId, boolean isSafe, boolean skipsLayers, NameRules names) {

    /**
     * Decides about a layer.
     *
     * @param layer the name of the layer
     * @param source where its metadata is from
     * @param metadata its metadata
     * @param byTypes the reason that follows from its types
     */
    LayerDecision decide(String layer, MetadataSource source, LayerMetadata metadata, Reason byTypes) {
        return new LayerDecision(new LayerId(buildpackId, layer), source, metadata, reason(layer, byTypes));
    }

    /**
     * The name is checked only if the layer would be restored, so that the log lines about other layers stay the same.
     */
    private Reason reason(String layer, Reason byTypes) {
        if (skipsLayers) {
            return Reason.LAYERS_SKIPPED;
        }
        if (!byTypes.restored()) {
            return byTypes;
        }
        if (!isSafe) {
            return Reason.UNSAFE_BUILDPACK_ID;
        }
        if (names.isReserved(layer)) {
            return Reason.RESERVED_LAYER_NAME;
        }
        return names.isLayerName(layer) ? byTypes : Reason.UNSAFE_LAYER_NAME;
    }
}
