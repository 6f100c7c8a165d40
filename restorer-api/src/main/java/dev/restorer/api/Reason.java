package dev.restorer.api;

/**
 * The reason why the metadata of a layer is restored, or is not. (Platform specification, restorer, Layer Metadata
 * Restoration)
 *
 * @since 0.1
 */
public enum Reason {
    /** The app image has the launch layer; if it is also a cached layer, the cache has it too. */
    RESTORED_FROM_APP_IMAGE(true, "a launch layer of the app image"),
    /** The cache has the layer as a cached layer, and no rule leaves it to the app metadata. */
    RESTORED_FROM_CACHE(true, "a cached layer (cache=true in the cache metadata)"),
    /** The app image lists the layer, but not as a launch layer. */
    APP_LAUNCH_FALSE(false, "not a launch layer (launch=false in the app metadata)"),
    /** The layer is needed at build and not cached, so the buildpack creates it again. */
    APP_BUILD_NOT_CACHED(false, "needed at build but not cached, so its buildpack creates it again"),
    /** The layer is a cached layer, and the cache does not have it as one. */
    APP_NOT_IN_CACHE(false, "cached, but the cache does not have it with cache=true"),
    /** The cache lists the layer, but not as a cached layer. */
    CACHE_FALSE(false, "not a cached layer (cache=false in the cache metadata)"),
    /** The layer is a launch layer: the app metadata decides about it. */
    CACHE_LAUNCH_TRUE(false, "a launch layer, about which the app metadata decides"),
    /** The request is to skip layers. */
    LAYERS_SKIPPED(false, "layers are skipped (skip-layers)"),
    /** The name of the layer is not safe as a name of a file in its buildpack's directory. */
    UNSAFE_LAYER_NAME(false, "its name is not safe as a file name"),
    /** The name would make the layer's file overwrite the buildpack's {@code store.toml}. */
    RESERVED_LAYER_NAME(false, "its name is kept for the buildpack's store.toml"),
    /** The layer's directory would have the name of a file of another layer or of the buildpack. */
    OVERLAPPING_LAYER_NAME(false, "its directory would overwrite a file of another layer or of the buildpack"),
    /** The file system of the layers directory treats the name as equal to that of another layer of the buildpack. */
    FOLDED_LAYER_NAME(false, "the file system treats its name as equal to that of another layer"),
    /** The id of the buildpack is not safe as a name of a directory in the layers directory. */
    UNSAFE_BUILDPACK_ID(false, "the id of its buildpack is not safe as a directory name");

    private final boolean restored;
    private final String description;

    Reason(boolean restored, String description) {
        this.restored = restored;
        this.description = description;
    }

    /**
     * Tells whether this is a reason to restore.
     *
     * @return whether the metadata is restored
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
