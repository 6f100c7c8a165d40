package dev.restorer.api;

/**
 * How much metadata may be read at once. What is more cannot be used: see {@link UnusableMetadataException}.
 *
 * @param bytes how many bytes one document may have: a label, the metadata of a cache, an {@code analyzed.toml} or a
 *     {@code group.toml}
 * @since 0.1
 */
public record MetadataLimits(long bytes) {

    private static final MetadataLimits DEFAULTS = new MetadataLimits(256L << 20);

    /** Checks that the limit is above zero. */
    public MetadataLimits {
        if (bytes < 1) {
            throw new IllegalArgumentException("The limit of metadata must be above zero");
        }
    }

    /**
     * Returns limits that no real build is known to reach.
     *
     * @return 256 MiB, the label of some 500,000 layers
     */
    public static MetadataLimits defaults() {
        return DEFAULTS;
    }

    /**
     * Sets how many bytes.
     *
     * @param most how many bytes one document may have
     * @return these limits with another one
     */
    public MetadataLimits withBytes(long most) {
        return new MetadataLimits(most);
    }
}
