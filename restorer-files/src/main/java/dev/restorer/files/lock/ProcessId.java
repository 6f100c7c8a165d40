package dev.restorer.files.lock;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.OptionalLong;

/** The content of a lock file: the id of a process, in decimal digits, and a line break. */
final class ProcessId {

    private static final int MAX_BYTES = 64;

    private ProcessId() {}

    /** Replaces the content of a file by the id of this process. */
    static void writeOwn(FileChannel channel) throws IOException {
        channel.truncate(0);
        ByteBuffer bytes = ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(US_ASCII));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Returns the id in a file, or empty if the file has other content. */
    static OptionalLong read(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(MAX_BYTES);
        while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) >= 0) {
            // Read until the buffer is full, or the file ends.
        }
        return parse(new String(bytes.array(), 0, bytes.position(), US_ASCII));
    }

    private static OptionalLong parse(String text) {
        try {
            long number = Long.parseLong(text, 0, text.indexOf('\n'), 10);
            return number > 0 ? OptionalLong.of(number) : OptionalLong.empty();
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            return OptionalLong.empty();
        }
    }
}
