package dev.restorer.core.contents;

import dev.restorer.files.FileMode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;

/**
 * A file that is being written.
 *
 * @param path where it is
 * @param channel what it is written to
 * @param mode the mode that it shall have
 * @param setsMode whether the system took something from that mode when the file was made
 */
record NewFile(Path path, SeekableByteChannel channel, int mode, boolean setsMode) implements AutoCloseable {

    void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Sets the mode, after the last byte: a write takes the set-user-id bit away again. */
    void finish() throws IOException {
        if (setsMode) {
            FileMode.set(path, mode);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
