package dev.restorer.spi;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * The opened contents of a layer: a tar as the exporter wrote it, plain or compressed with gzip or zstd.
 *
 * @param stream the bytes; one thread at a time reads them once, and the caller that opened the contents closes them.
 *     If the restore is cancelled, another thread closes the stream, and the reading thread is interrupted if its read
 *     does not end; a stream whose reads then do not end must have a timeout, since the restore waits for it. A stream
 *     that reacts to an interrupt leaves the interrupt status of the thread set
 * @param size the number of bytes of the stream, or {@link #UNKNOWN_SIZE}; used for the progress and the size of
 *     buffers, so it need not be exact
 * @since 0.1
 */
public record LayerContents(InputStream stream, long size) implements AutoCloseable {

    /** The size if the cache does not know it. */
    public static final long UNKNOWN_SIZE = -1;

    /**
     * Checks that the stream is not null.
     *
     * @param stream the bytes
     * @param size the number of bytes of the stream, or {@link #UNKNOWN_SIZE}
     * @throws NullPointerException if stream is null
     */
    public LayerContents {
        Objects.requireNonNull(stream, "stream");
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
