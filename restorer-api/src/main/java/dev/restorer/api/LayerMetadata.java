package dev.restorer.api;

import java.util.Objects;

/**
 * What the label or the cache knows of one layer.
 *
 * @param diffId the digest of the layer's uncompressed tar ({@code sha} in the label), such as {@code sha256:9a90…};
 *     empty if there is none, and whatever stood there otherwise: it is checked where contents are restored
 * @param types what the layer is for
 * @param metadata what the buildpack noted ({@code data} in the label)
 * @since 0.1
 */
public record LayerMetadata(String diffId, LayerTypes types, Metadata metadata) {

    /** Checks that nothing is null. */
    public LayerMetadata {
        Objects.requireNonNull(diffId, "diffId");
        Objects.requireNonNull(types, "types");
        Objects.requireNonNull(metadata, "metadata");
    }
}
