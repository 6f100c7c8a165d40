package dev.restorer.api;

/**
 * The kinds of causes for which a layer is removed.
 *
 * @since 0.1
 */
public enum RemovalKind {
    /** The decision was to remove it; see {@link ContentsDecision#reason()}. */
    DECIDED,
    /** The cache does not have the contents that its metadata lists. */
    ABSENT,
    /** The cache has the contents, but they cannot be read. */
    UNREADABLE,
    /** The contents in the cache do not have the diff id, or are not a tar. */
    DAMAGED,
    /** The contents exceed {@link ContentsLimits} or another limit. */
    OVER_LIMIT,
    /**
     * The contents have an entry that no layer may have, such as a device, or an entry whose path leads out of the
     * layer.
     */
    REJECTED_ENTRY,
    /** The contents cannot be written to the layers directory, or cannot be moved into the layer's place. */
    NOT_WRITTEN
}
