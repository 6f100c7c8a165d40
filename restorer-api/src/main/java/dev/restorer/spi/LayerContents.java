package dev.restorer.spi;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * The opened contents of a layer: a tar as the exporter wrote it, plain or compressed with gzip or zstd.
 *
 * @param stream the bytes; read by one thread at a time, once, and closed by whoever opened it. One that may block has
 *     a time-out, since a restore that is cancelled waits for it
 * @param size how many bytes the stream has, or {@link #UNKNOWN_SIZE}; for progress alone
 * @since 0.1
 */
public record LayerContents(InputStream stream, long size) implements AutoCloseable {

    /** The size where the cache does not know it. */
    public static final long UNKNOWN_SIZE = -1;

    /** Checks that there is a stream. */
    public LayerContents {
        Objects.requireNonNull(stream, "stream");
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
