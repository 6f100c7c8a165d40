package dev.restorer.cli.log;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A stream that the process was started with, and remembers why it first failed: the streams that print keep that to
 * themselves. Safe for use by many threads at once.
 */
public final class WatchedStream extends OutputStream {

    private final OutputStream stream;
    private volatile @Nullable IOException failure;

    /**
     * Makes a stream.
     *
     * @param descriptor what is written to
     */
    public WatchedStream(FileDescriptor descriptor) {
        stream = new FileOutputStream(descriptor);
    }

    @Override
    public void write(int oneByte) throws IOException {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            stream.write(bytes, offset, length);
        } catch (IOException e) {
            if (failure == null) {
                failure = e;
            }
            throw e;
        }
    }

    /**
     * Tells what was lost. A reader that went away, as at the end of a pipe, has lost nothing.
     *
     * @return why something could not be written, or empty
     */
    public Optional<String> failure() {
        IOException first = failure;
        return first == null
                ? Optional.empty()
                : Optional.of(String.valueOf(first.getMessage()))
                        .filter(message -> !message.toLowerCase(Locale.ROOT).contains("broken pipe"));
    }
}
