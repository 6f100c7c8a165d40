package dev.restorer.api;

/**
 * The limits of one layer's contents. A layer that exceeds one is removed, and its buildpack creates it again.
 *
 * @param bytes the maximum total size of its regular files, in bytes
 * @param entries the maximum number of files, directories and links
 * @param nameBytes the maximum length of the path of an entry, and of the target of a link, in bytes of UTF-8; one part
 *     of a path is never longer than 255 bytes
 * @param depth the maximum depth of nested directories
 * @since 0.1
 */
public record ContentsLimits(long bytes, long entries, int nameBytes, int depth) {

    private static final ContentsLimits DEFAULTS = new ContentsLimits(64L << 30, 4_000_000, 4095, 256);

    /**
     * Checks that every limit is above zero.
     *
     * @param bytes the maximum total size of its regular files, in bytes
     * @param entries the maximum number of files, directories and links
     * @param nameBytes the maximum length of the path of an entry, and of the target of a link, in bytes of UTF-8
     * @param depth the maximum depth of nested directories
     * @throws IllegalArgumentException if a limit is not above zero
     */
    public ContentsLimits {
        if (bytes < 1 || entries < 1 || nameBytes < 1 || depth < 1) {
            throw new IllegalArgumentException("Every limit of a layer's contents must be above zero");
        }
    }

    /**
     * Returns the default limits, which no real layer is known to reach.
     *
     * @return 64 GiB, 4,000,000 entries, paths of 4,095 bytes, 256 nested directories
     */
    public static ContentsLimits defaults() {
        return DEFAULTS;
    }

    /**
     * Returns these limits with another maximum size.
     *
     * @param bytes the maximum total size of a layer's regular files, in bytes
     * @return the new limits
     */
    public ContentsLimits withBytes(long bytes) {
        return new ContentsLimits(bytes, entries, nameBytes, depth);
    }

    /**
     * Returns these limits with another maximum number of entries.
     *
     * @param entries the maximum number of files, directories and links
     * @return the new limits
     */
    public ContentsLimits withEntries(long entries) {
        return new ContentsLimits(bytes, entries, nameBytes, depth);
    }
}
