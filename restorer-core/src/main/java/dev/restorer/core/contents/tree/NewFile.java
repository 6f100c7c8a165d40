package dev.restorer.core.contents.tree;

import dev.restorer.files.FileMode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;

/**
 * A new file that is being written.
 *
 * @param path its path
 * @param channel the channel to write to
 * @param mode the mode that it gets
 * @param setsMode whether the mode must be set, because the system removed bits when the file was created
 */
public record NewFile(Path path, SeekableByteChannel channel, int mode, boolean setsMode) implements AutoCloseable {

    /**
     * The JDK copies what is written through a buffer of its own, which has to stay in the cache of the processor.
     * {@code TarBlocks} reads as much.
     */
    private static final int MAX_WRITE = 1 << 17;

    public void write(ByteBuffer bytes) throws IOException {
        int end = bytes.limit();
        while (bytes.position() < end) {
            bytes.limit(Math.min(end, bytes.position() + MAX_WRITE));
            channel.write(bytes);
        }
    }

    /** Goes to a position, at which the next bytes are written. What was not written before it is a hole. */
    public void skipTo(long position) throws IOException {
        channel.position(position);
    }

    /** Adds a hole at the end of a file that is shorter. Its last byte is written, since a channel has no other way. */
    public void extendTo(long size) throws IOException {
        if (channel.size() < size) {
            channel.position(size - 1);
            channel.write(ByteBuffer.allocate(1));
        }
    }

    /** Sets the mode, after the last byte was written, since a write clears the set-user-id bit. */
    public void finish() throws IOException {
        if (setsMode) {
            FileMode.set(path, mode);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
