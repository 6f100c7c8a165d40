package dev.restorer.api;

/**
 * The kinds of causes for which a layer was removed.
 *
 * @since 0.1
 */
public enum RemovalKind {
    /** It was decided so: {@link ContentsDecision#reason()} says why. */
    DECIDED,
    /** The cache does not have the contents that its metadata lists. */
    ABSENT,
    /** The cache has the contents, and they cannot be read. */
    UNREADABLE,
    /** What the cache has are not the contents of the diff id, or no tar. */
    DAMAGED,
    /** The contents are more than {@link ContentsLimits}, or another limit, allows. */
    OVER_LIMIT,
    /** An entry is one that no layer may have, such as a device, or a path that leads out of the layer. */
    REJECTED_ENTRY,
    /** The contents cannot be written to the layers directory, or put in the layer's place. */
    NOT_WRITTEN
}
