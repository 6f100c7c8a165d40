package dev.restorer.core.contents.compression;

import dev.restorer.core.contents.failure.ContentsReadException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;

/** The compressed bytes of gzip, of which a buffer has the next ones. */
final class GzipBytes {

    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];

    /** The range of the buffer that was read and not used yet. */
    private int start;

    private int end;

    GzipBytes(InputStream in) {
        this.in = in;
    }

    /** Tells whether more bytes follow, and fills the buffer if it is empty. */
    boolean more() throws IOException {
        while (start == end) {
            int read = in.read(buffer, 0, BUFFER);
            if (read < 0) {
                return false;
            }
            start = 0;
            end = read;
        }
        return true;
    }

    private void requireMore() throws IOException {
        if (!more()) {
            throw ContentsReadException.damaged("its gzip is cut off");
        }
    }

    int next() throws IOException {
        requireMore();
        return buffer[start++] & 0xff;
    }

    /** Returns the next byte, which {@link #next} returns too. */
    int peek() throws IOException {
        requireMore();
        return buffer[start] & 0xff;
    }

    /** Reads a 32-bit integer. */
    long uint32() throws IOException {
        long value = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            value |= (long) next() << shift;
        }
        return value;
    }

    /** Gives the bytes of the buffer to an inflater. */
    void feed(Inflater inflater) throws IOException {
        requireMore();
        inflater.setInput(buffer, start, end - start);
        start = end;
    }

    /** Takes back the bytes that the inflater did not need. */
    void takeRest(Inflater inflater) {
        start = end - inflater.getRemaining();
    }

    void close() throws IOException {
        in.close();
    }
}
