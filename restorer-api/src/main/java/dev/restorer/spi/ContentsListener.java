package dev.restorer.spi;

import dev.restorer.api.LayerId;

/**
 * Receives the progress of the contents that are restored.
 *
 * <p>The threads that restore contents call it concurrently for several layers, so implementations must be thread-safe
 * and must return quickly. An exception that it throws ends the restore; a checked one, which code in other languages
 * may throw, is the cause of an {@link java.lang.reflect.UndeclaredThrowableException}.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface ContentsListener {

    /**
     * Called when reading a layer starts, after about every mebibyte, and when it ends.
     *
     * @param layer the layer
     * @param bytes the number of bytes that were read from the cache so far
     * @param size the number of bytes that the cache has, or {@link LayerContents#UNKNOWN_SIZE}
     */
    void progress(LayerId layer, long bytes, long size);
}
