package dev.restorer.cli.training;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** Compressed forms of a tar. */
final class Compressed {

    private static final byte[] ZSTD_MAGIC = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd};
    private static final byte[] ZSTD_HEADER = {0, 0x58}; // no size, no checksum, and a window of 2 MiB
    private static final int BLOCK = 1 << 16;

    private Compressed() {}

    static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bytes);
        }
        return compressed.toByteArray();
    }

    /**
     * Returns a frame whose blocks are stored as they are, so that nothing is needed to write it. (RFC 8878, 3.1.1.2)
     */
    static byte[] zstd(byte[] bytes) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.writeBytes(ZSTD_MAGIC);
        frame.writeBytes(ZSTD_HEADER);
        for (int from = 0; from < bytes.length; from += BLOCK) {
            byte[] block = Arrays.copyOfRange(bytes, from, Math.min(from + BLOCK, bytes.length));
            int last = from + BLOCK >= bytes.length ? 1 : 0;
            int header = block.length << 3 | last;
            frame.write(header);
            frame.write(header >> 8);
            frame.write(header >> 16);
            frame.writeBytes(block);
        }
        return frame.toByteArray();
    }
}
