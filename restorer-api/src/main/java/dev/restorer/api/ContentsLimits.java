package dev.restorer.api;

/**
 * How much one layer may hold. A layer that holds more is removed, and its buildpack makes it anew.
 *
 * @param bytes how many bytes its regular files may have together
 * @param entries how many files, directories and links it may have
 * @param nameBytes how many bytes of UTF-8 the name of an entry, and the target of a link, may have; one part of a name
 *     never has more than 255
 * @param depth how many directories may lie in each other
 * @since 0.1
 */
public record ContentsLimits(long bytes, long entries, int nameBytes, int depth) {

    private static final ContentsLimits DEFAULTS = new ContentsLimits(64L << 30, 4_000_000, 4095, 256);

    /** Checks that every limit is above zero. */
    public ContentsLimits {
        if (bytes < 1 || entries < 1 || nameBytes < 1 || depth < 1) {
            throw new IllegalArgumentException("Every limit of a layer's contents must be above zero");
        }
    }

    /**
     * Returns limits that no real layer is known to reach.
     *
     * @return 64 GiB, 4,000,000 entries, names of 4,095 bytes, 256 directories in each other
     */
    public static ContentsLimits defaults() {
        return DEFAULTS;
    }

    /**
     * Sets how many bytes.
     *
     * @param most how many bytes the regular files of a layer may have together
     * @return these limits with another one
     */
    public ContentsLimits withBytes(long most) {
        return new ContentsLimits(most, entries, nameBytes, depth);
    }

    /**
     * Sets how many entries.
     *
     * @param most how many files, directories and links a layer may have
     * @return these limits with another one
     */
    public ContentsLimits withEntries(long most) {
        return new ContentsLimits(bytes, most, nameBytes, depth);
    }
}
