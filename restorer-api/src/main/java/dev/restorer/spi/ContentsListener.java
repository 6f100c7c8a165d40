package dev.restorer.spi;

import dev.restorer.api.LayerId;

/**
 * Is told how far the contents of layers are restored.
 *
 * <p>Called by the threads that restore, several at once for several layers, so implementations are safe for that, and
 * quick. What they throw ends the restore.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface ContentsListener {

    /**
     * Tells that more of a layer was read: at the start, about once a mebibyte, and at the end.
     *
     * @param layer the layer
     * @param bytes how many bytes of its contents were read from the cache so far
     * @param size how many there are, or {@link LayerContents#UNKNOWN_SIZE}
     */
    void progress(LayerId layer, long bytes, long size);
}
