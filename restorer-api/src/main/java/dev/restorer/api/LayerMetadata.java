package dev.restorer.api;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the label or the cache knows of one layer. Immutable; two are equal if they know the same.
 *
 * @since 0.1
 */
public final class LayerMetadata {

    private final String diffId;
    private final LayerTypes types;
    private final Metadata metadata;

    private LayerMetadata(Builder builder) {
        diffId = Objects.requireNonNull(builder.diffId, "diffId");
        types = Objects.requireNonNull(builder.types, "types");
        metadata = Objects.requireNonNull(builder.metadata, "metadata");
    }

    /**
     * Starts with what is known of a layer that nothing was noted about: no type, and no metadata.
     *
     * @param diffId the digest of the layer's uncompressed tar; empty if there is none
     * @return a builder
     */
    public static Builder of(String diffId) {
        return new Builder(diffId);
    }

    /**
     * Returns the digest of the layer's uncompressed tar ({@code sha} in the label), such as {@code sha256:9a90…}.
     *
     * @return the digest; empty if there is none, and whatever stood there otherwise: it is checked where contents are
     *     restored
     */
    public String diffId() {
        return diffId;
    }

    /**
     * Returns what the layer is for.
     *
     * @return its types
     */
    public LayerTypes types() {
        return types;
    }

    /**
     * Returns what the buildpack noted ({@code data} in the label).
     *
     * @return its metadata
     */
    public Metadata metadata() {
        return metadata;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LayerMetadata layer
                && diffId.equals(layer.diffId)
                && types.equals(layer.types)
                && metadata.equals(layer.metadata);
    }

    @Override
    public int hashCode() {
        return Objects.hash(diffId, types, metadata);
    }

    /** Returns the diff id and the types, and not what the buildpack noted, which may be a secret. */
    @Override
    public String toString() {
        return "LayerMetadata[diffId=" + diffId + ", types=" + types + "]";
    }

    /** Builds what is known of a layer. Not safe for use by several threads at once. */
    public static final class Builder {
        private final String diffId;
        private LayerTypes types = LayerTypes.of(false, false, false);
        private Metadata metadata = Metadata.none();

        private Builder(String diffId) {
            this.diffId = diffId;
        }

        /**
         * Sets what the layer is for.
         *
         * @param all its types
         * @return this builder
         */
        public Builder types(LayerTypes all) {
            this.types = all;
            return this;
        }

        /**
         * Sets what the buildpack noted.
         *
         * @param noted its metadata
         * @return this builder
         */
        public Builder metadata(Metadata noted) {
            this.metadata = noted;
            return this;
        }

        /**
         * Builds it.
         *
         * @return what is known of the layer
         * @throws NullPointerException if something was set to null
         */
        public LayerMetadata build() {
            return new LayerMetadata(this);
        }
    }
}
