package dev.restorer.spi;

import dev.restorer.api.CacheMetadata;
import java.io.IOException;
import java.util.Optional;

/**
 * A cache of layers from earlier builds. It is only read, and not trusted: contents are checked against their diff id.
 *
 * <p>Implementations are safe for use by many threads at once.
 *
 * @since 0.1
 */
public interface LayerCache {

    /**
     * Returns the cache of a build that has none.
     *
     * @return a cache that is not there
     */
    static LayerCache none() {
        return NoLayerCache.NONE;
    }

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

    /**
     * Opens the contents of a layer. Where that fails, as where it fails later while they are read, the layer is
     * removed with a warning, and the restore goes on.
     *
     * @param diffId the diff id of the layer: always {@code sha256:} and 64 lower-case hexadecimal digits
     * @return the contents, to be closed by the caller, or empty if the cache does not have them
     * @throws IOException if they are there and cannot be opened; its message tells a person why
     */
    Optional<LayerContents> contents(String diffId) throws IOException;
}
