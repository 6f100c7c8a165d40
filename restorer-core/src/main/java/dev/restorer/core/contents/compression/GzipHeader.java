package dev.restorer.core.contents.compression;

import dev.restorer.core.contents.failure.ContentsReadException;
import java.io.IOException;
import java.util.zip.CRC32;

/** The header of one member of gzip. Its size is limited, since a name or a comment may have any length. (RFC 1952) */
final class GzipHeader {

    private static final int MAX_BYTES = 1 << 20;

    private static final int MAGIC = 0x8b1f;
    private static final int DEFLATE = 8;
    private static final int HAS_CHECKSUM = 1 << 1;
    private static final int HAS_EXTRA_FIELD = 1 << 2;
    private static final int HAS_NAME = 1 << 3;
    private static final int HAS_COMMENT = 1 << 4;
    private static final int RESERVED = 0xe0;
    private static final int TIME_AND_SYSTEM_BYTES = 6;

    private final GzipBytes bytes;
    private final CRC32 checksum = new CRC32();
    private int count;

    private GzipHeader(GzipBytes bytes) {
        this.bytes = bytes;
    }

    /**
     * Reads a header, and ignores its name, comment and extra field.
     *
     * @throws ContentsReadException if it is not a header of gzip, is damaged, or is too long
     */
    static void skip(GzipBytes bytes) throws IOException {
        new GzipHeader(bytes).skip();
    }

    private void skip() throws IOException {
        if (uint16() != MAGIC) {
            throw noGzip();
        }
        if (next() != DEFLATE) {
            throw ContentsReadException.damaged("its gzip is damaged: its header has an unknown method");
        }
        int flags = next();
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

    /** Returns the exception for bytes after a member that are not the next one. */
    static ContentsReadException noGzip() {
        return ContentsReadException.damaged("something that is not gzip follows its gzip");
    }

    private void skip(int length) throws IOException {
        for (int i = 0; i < length; i++) {
            next();
        }
    }

    private void skipText() throws IOException {
        while (next() != 0) {
            // until the null byte that terminates it
        }
    }

    private int uint16() throws IOException {
        return next() | next() << 8;
    }

    private int next() throws IOException {
        if (++count > MAX_BYTES) {
            throw ContentsReadException.overLimit("the header of its gzip has more than " + MAX_BYTES + " bytes");
        }
        int next = bytes.next();
        checksum.update(next);
        return next;
    }
}
