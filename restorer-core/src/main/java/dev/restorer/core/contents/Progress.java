package dev.restorer.core.contents;

/** Is told how much of contents was read. */
@FunctionalInterface
public interface Progress {

    /**
     * Tells it. What is thrown here ends the extraction.
     *
     * @param bytes how many bytes of the cache's contents were read so far
     * @param size how many there are, or {@link dev.restorer.spi.LayerContents#UNKNOWN_SIZE}
     */
    void read(long bytes, long size);
}
