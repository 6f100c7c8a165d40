package dev.restorer.api;

/**
 * Where the metadata of a layer was read.
 *
 * @since 0.1
 */
public enum MetadataSource {
    /** The label of the previous app image. */
    APP_IMAGE,
    /** The metadata of the cache. */
    CACHE
}
