package dev.restorer.cli.log;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A stream of a file descriptor that records its first failure, since {@link java.io.PrintStream} does not report the
 * cause. Safe for use by many threads at once.
 */
public final class FailureRecordingStream extends OutputStream {

    private final OutputStream stream;
    private volatile @Nullable IOException failure;

    /**
     * Creates a stream.
     *
     * @param descriptor the file descriptor to write to
     */
    public FailureRecordingStream(FileDescriptor descriptor) {
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
     * Returns the first failure. A closed pipe is not a failure, since its reader does not need the rest.
     *
     * @return why bytes could not be written, or empty
     */
    public Optional<String> failure() {
        IOException first = failure;
        return first == null
                ? Optional.empty()
                : Optional.of(String.valueOf(first.getMessage()))
                        .filter(message -> !message.toLowerCase(Locale.ROOT).contains("broken pipe"));
    }
}
