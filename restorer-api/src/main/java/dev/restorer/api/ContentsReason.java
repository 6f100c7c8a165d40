package dev.restorer.api;

/**
 * The reason why the contents of a layer are restored, or the layer is removed. (Platform specification, restorer,
 * Layer Restoration)
 *
 * @since 0.1
 */
public enum ContentsReason {
    /** The layer and the cache have the same diff id. */
    SAME_DIFF_ID(true, "the cache has the contents that its metadata is about"),
    /** The metadata of the layer says that it is cached, and the cache does not list it. */
    NOT_IN_CACHE(false, "the cache does not have it"),
    /** The layer's own file, which says whether it is cached below Buildpack API 0.6, cannot be read. */
    UNREADABLE_FILE(false, "its file, which says whether it is cached, cannot be read"),
    /** The name of the layer is that of a file of another layer in the layers directory, or of the buildpack. */
    OVERLAPPING_LAYER_NAME(false, "its directory would overwrite a file of another layer or of the buildpack"),
    /** The layer and the cache have different diff ids, or the layer has none. */
    WRONG_SHA(false, "the cache has other contents than its metadata is about");

    private final boolean restored;
    private final String description;

    ContentsReason(boolean restored, String description) {
        this.restored = restored;
        this.description = description;
    }

    /**
     * Tells whether this is a reason to restore.
     *
     * @return true to restore the contents, false to remove the layer
     */
    public boolean restored() {
        return restored;
    }

    /**
     * Returns a description of the reason for people.
     *
     * @return a phrase without a full stop
     */
    public String description() {
        return description;
    }
}
