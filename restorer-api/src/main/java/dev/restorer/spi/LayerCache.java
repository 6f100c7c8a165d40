package dev.restorer.spi;

import dev.restorer.api.CacheMetadata;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A cache of layers from earlier builds. It is only read, and it is not trusted: contents are verified against their
 * diff id.
 *
 * <p>Implementations are safe for use by many threads at once.
 *
 * @since 0.1
 */
public interface LayerCache {

    /**
     * Returns the cache of a build that uses no cache.
     *
     * @return a cache that does not exist
     */
    static LayerCache none() {
        return NoLayerCache.NONE;
    }

    /**
     * Tells whether the cache exists.
     *
     * @return false if there is no cache yet, as before the first build
     */
    boolean exists();

    /**
     * Returns the metadata of the cache. {@link dev.restorer.MetadataReader#parseCacheMetadata} reads its JSON.
     *
     * @return the metadata; empty if the cache does not exist
     * @throws dev.restorer.api.UnusableMetadataException if its metadata cannot be used, for which
     *     {@link dev.restorer.MetadataReader#readCacheMetadata(LayerCache)} logs a warning and returns empty metadata.
     *     The cache may also do both itself
     * @throws dev.restorer.api.MetadataReadException if the cache exists and cannot be read
     */
    CacheMetadata metadata();

    /**
     * Returns the size of the contents of a layer as they are stored, if that is known without reading them. The
     * longest layers are restored first, so that no thread has a long one left when the others are done. A wrong size
     * has no other effect, and neither has an exception. It must not wait for long: cancelling the restore does not end
     * it.
     *
     * @param diffId the diff id of the layer: always {@code sha256:} and 64 lower-case hexadecimal digits
     * @return the number of bytes, or empty if it is not known or the cache does not have the contents
     */
    default OptionalLong size(String diffId) {
        Objects.requireNonNull(diffId, "diffId");
        return OptionalLong.empty();
    }

    /**
     * Opens the contents of a layer. If opening or, later, reading them fails, the layer is removed with a warning, and
     * the restore continues. A thread that is interrupted meanwhile stays so, since that cancels the restore.
     *
     * @param diffId the diff id of the layer: always {@code sha256:} and 64 lower-case hexadecimal digits
     * @return the contents, to be closed by the caller, or empty if the cache does not have them
     * @throws IOException if the cache has the contents and they cannot be opened; its message, which people read, says
     *     why
     */
    Optional<LayerContents> contents(String diffId) throws IOException;
}
