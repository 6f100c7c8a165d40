package dev.restorer.core.contents.compression;

import dev.restorer.core.contents.failure.ContentsReadException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Decompresses gzip with any number of members. (RFC 1952)
 *
 * <p>{@link java.util.zip.GZIPInputStream} ends early if {@code available()} of its source returns 0, and treats any
 * bytes after a member as the end. This class accepts only zero bytes after the last member, with which some programs
 * fill blocks and which gzip ignores too. Names, comments and extra fields are skipped.
 */
final class GzipStream extends InputStream {

    private static final int BUFFER = 1 << 16;
    private static final int MAX_HEADER_BYTES = 1 << 20;

    private static final int MAGIC = 0x8b1f;
    private static final int DEFLATE = 8;
    private static final int HAS_CHECKSUM = 1 << 1;
    private static final int HAS_EXTRA_FIELD = 1 << 2;
    private static final int HAS_NAME = 1 << 3;
    private static final int HAS_COMMENT = 1 << 4;
    private static final int RESERVED = 0xe0;
    private static final int TIME_AND_SYSTEM_BYTES = 6;

    private final InputStream in;
    private final byte[] packed = new byte[BUFFER];
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();

    /** The range of the buffer that was read and not used yet. */
    private int start;

    private int end;

    private boolean inMember;
    private int headerBytes;

    GzipStream(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (inMember || beginMember()) {
            int read = inflate(into, offset, length);
            if (read > 0) {
                checksum.update(into, offset, read);
                return read;
            }
            if (inflater.finished()) {
                endMember();
            } else {
                feed();
            }
        }
        return -1;
    }

    private int inflate(byte[] into, int offset, int length) throws IOException {
        try {
            return inflater.inflate(into, offset, length);
        } catch (DataFormatException e) {
            throw ContentsReadException.damaged("its gzip is damaged: " + e.getMessage());
        }
    }

    private void feed() throws IOException {
        requireMore();
        inflater.setInput(packed, start, end - start);
        start = end;
    }

    /** Tells whether more bytes follow, and fills the buffer if it is empty. */
    private boolean more() throws IOException {
        while (start == end) {
            int read = in.read(packed, 0, BUFFER);
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

    /** Reads the header of the next member, and returns false if there is none. */
    private boolean beginMember() throws IOException {
        if (!more()) {
            return false;
        }
        if (packed[start] == 0) {
            requireZeros();
            return false;
        }
        checksum.reset();
        headerBytes = 0;
        if (uint16() != MAGIC || headerByte() != DEFLATE) {
            throw ContentsReadException.damaged("something that is not gzip follows its gzip");
        }
        skipHeader(headerByte());
        checksum.reset();
        inflater.reset();
        inMember = true;
        return true;
    }

    private void requireZeros() throws IOException {
        while (more()) {
            if (packed[start++] != 0) {
                throw ContentsReadException.damaged("something that is not gzip follows its gzip");
            }
        }
    }

    private void skipHeader(int flags) throws IOException {
        if ((flags & RESERVED) != 0) {
            throw ContentsReadException.damaged("its gzip is damaged: its header has unknown flags");
        }
        skip(TIME_AND_SYSTEM_BYTES);
        if ((flags & HAS_EXTRA_FIELD) != 0) {
            skip(uint16());
        }
        if ((flags & HAS_NAME) != 0) {
            skipText();
        }
        if ((flags & HAS_COMMENT) != 0) {
            skipText();
        }
        int sum = (int) checksum.getValue() & 0xffff;
        if ((flags & HAS_CHECKSUM) != 0 && uint16() != sum) {
            throw ContentsReadException.damaged("its gzip is damaged: its header has another checksum");
        }
    }

    private void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            headerByte();
        }
    }

    private void skipText() throws IOException {
        while (headerByte() != 0) {
            // until the null byte that terminates it
        }
    }

    /** Reads a 16-bit integer of the header. */
    private int uint16() throws IOException {
        return headerByte() | headerByte() << 8;
    }

    /** Reads a byte of the header. */
    private int headerByte() throws IOException {
        if (++headerBytes > MAX_HEADER_BYTES) {
            throw ContentsReadException.overLimit(
                    "the header of its gzip has more than " + MAX_HEADER_BYTES + " bytes");
        }
        int next = nextByte();
        checksum.update(next);
        return next;
    }

    private int nextByte() throws IOException {
        requireMore();
        return packed[start++] & 0xff;
    }

    /** Reads the trailer of a member, and verifies its checksum and size. */
    private void endMember() throws IOException {
        start = end - inflater.getRemaining();
        if (uint32() != checksum.getValue()) {
            throw ContentsReadException.damaged("its gzip is damaged: it has another checksum");
        }
        if (uint32() != (inflater.getBytesWritten() & 0xffffffffL)) {
            throw ContentsReadException.damaged("its gzip is damaged: it has another size");
        }
        inMember = false;
    }

    private long uint32() throws IOException {
        long value = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            value |= (long) nextByte() << shift;
        }
        return value;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}
