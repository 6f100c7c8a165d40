package dev.restorer.api;

/**
 * The limits of metadata that is read. A document that exceeds one is an {@link UnusableMetadataException}.
 *
 * @param bytes the maximum size of one document, in bytes: a label, the metadata of a cache, an {@code analyzed.toml}
 *     or a {@code group.toml}
 * @since 0.1
 */
public record MetadataLimits(long bytes) {

    private static final MetadataLimits DEFAULTS = new MetadataLimits(256L << 20);

    /**
     * Checks that the limit is above zero.
     *
     * @param bytes the maximum size of one document, in bytes: a label, the metadata of a cache, an
     *     {@code analyzed.toml} or a {@code group.toml}
     * @throws IllegalArgumentException if the limit is not above zero
     */
    public MetadataLimits {
        if (bytes < 1) {
            throw new IllegalArgumentException("The limit of metadata must be above zero");
        }
    }

    /**
     * Returns the default limits, which no real build is known to reach.
     *
     * @return 256 MiB, the label of some 500,000 layers
     */
    public static MetadataLimits defaults() {
        return DEFAULTS;
    }

    /**
     * Returns these limits with another maximum size.
     *
     * @param bytes the maximum size of one document, in bytes
     * @return the new limits
     */
    public MetadataLimits withBytes(long bytes) {
        return new MetadataLimits(bytes);
    }
}
