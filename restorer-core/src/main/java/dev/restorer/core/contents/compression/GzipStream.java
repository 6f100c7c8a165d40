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
 * fill blocks and which gzip ignores too.
 */
final class GzipStream extends InputStream {

    private final GzipBytes packed;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private boolean inMember;

    GzipStream(InputStream in) {
        this.packed = new GzipBytes(in);
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
                packed.feed(inflater);
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

    /** Reads the header of the next member, and returns false if there is none. */
    private boolean beginMember() throws IOException {
        if (!packed.more()) {
            return false;
        }
        if (packed.peek() == 0) {
            requireZeros();
            return false;
        }
        GzipHeader.skip(packed);
        checksum.reset();
        inflater.reset();
        inMember = true;
        return true;
    }

    private void requireZeros() throws IOException {
        while (packed.more()) {
            if (packed.next() != 0) {
                throw GzipHeader.noGzip();
            }
        }
    }

    /** Reads the trailer of a member, and verifies its checksum and size. */
    private void endMember() throws IOException {
        packed.takeRest(inflater);
        if (packed.uint32() != checksum.getValue()) {
            throw ContentsReadException.damaged("its gzip is damaged: it has another checksum");
        }
        if (packed.uint32() != (inflater.getBytesWritten() & 0xffffffffL)) {
            throw ContentsReadException.damaged("its gzip is damaged: it has another size");
        }
        inMember = false;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        packed.close();
    }
}
