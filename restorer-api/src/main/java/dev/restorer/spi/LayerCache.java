package dev.restorer.spi;

import dev.restorer.api.CacheMetadata;

/**
 * A cache of layers from earlier builds. It is only read.
 *
 * <p>Implementations are safe for use by many threads at once.
 *
 * @since 0.1
 */
public interface LayerCache {

    /**
     * Tells whether the cache is there.
     *
     * @return false if there is none yet, as before the first build
     */
    boolean exists();

    /**
     * Returns what the cache knows. {@link dev.restorer.MetadataReader#parseCacheMetadata} reads its JSON.
     *
     * @return the metadata; empty if the cache is not there, or knows nothing that can be understood
     * @throws dev.restorer.api.MetadataReadException if the cache is there and does not let itself be read
     */
    CacheMetadata metadata();
}
