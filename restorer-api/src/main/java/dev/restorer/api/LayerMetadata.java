package dev.restorer.api;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The metadata of one layer in the label or in the cache. Immutable; instances with the same values are equal.
 *
 * @since 0.1
 */
public final class LayerMetadata {

    private final String diffId;
    private final LayerTypes types;
    private final Metadata metadata;

    private LayerMetadata(Builder builder) {
        diffId = builder.diffId;
        types = builder.types;
        metadata = builder.metadata;
    }

    /**
     * Returns a builder for a layer with no type and no metadata.
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
     * @return the digest as it was read, or an empty string if there is none; it is checked when contents are restored
     */
    public String diffId() {
        return diffId;
    }

    /**
     * Returns the types of the layer.
     *
     * @return the types
     */
    public LayerTypes types() {
        return types;
    }

    /**
     * Returns the metadata that the buildpack wrote ({@code data} in the label).
     *
     * @return the metadata
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

    /** Returns the diff id and the types. The metadata of the buildpack is left out, since it may hold a secret. */
    @Override
    public String toString() {
        return "LayerMetadata[diffId=" + diffId + ", types=" + types + "]";
    }

    /**
     * Builds the metadata of a layer. Not safe for use by several threads at once.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final String diffId;
        private LayerTypes types = LayerTypes.of(false, false, false);
        private Metadata metadata = Metadata.none();

        private Builder(String diffId) {
            this.diffId = Objects.requireNonNull(diffId, "diffId");
        }

        /**
         * Sets the types of the layer.
         *
         * @param types the types
         * @return this builder
         */
        public Builder types(LayerTypes types) {
            this.types = Objects.requireNonNull(types, "types");
            return this;
        }

        /**
         * Sets the metadata that the buildpack wrote.
         *
         * @param metadata the metadata
         * @return this builder
         */
        public Builder metadata(Metadata metadata) {
            this.metadata = Objects.requireNonNull(metadata, "metadata");
            return this;
        }

        /**
         * Builds the metadata of the layer.
         *
         * @return the metadata of the layer
         */
        public LayerMetadata build() {
            return new LayerMetadata(this);
        }
    }
}
