package dev.restorer.core.contents.stream;

/** Receives the number of bytes that were read. */
@FunctionalInterface
public interface Progress {

    /**
     * Called while contents are read. An exception ends the extraction.
     *
     * @param bytes the number of bytes that were read from the cache so far
     * @param size the number of bytes that the cache has, or {@link dev.restorer.spi.LayerContents#UNKNOWN_SIZE}
     */
    void read(long bytes, long size);
}
