package dev.restorer.core.contents;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** Unpacks what is compressed with gzip or zstd, which its first bytes tell. A tar never begins with those. */
final class Uncompressed {

    private static final int BUFFER = 1 << 16;
    private static final byte[] GZIP = {0x1f, (byte) 0x8b};
    private static final byte[] ZSTD = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd};

    private Uncompressed() {}

    static InputStream of(InputStream stream) throws IOException {
        PushbackInputStream peeked = new PushbackInputStream(stream, ZSTD.length);
        byte[] first = peeked.readNBytes(ZSTD.length);
        peeked.unread(first);
        if (startsWith(first, GZIP)) {
            return GzipCompressorInputStream.builder()
                    .setInputStream(peeked)
                    .setDecompressConcatenated(true) // the JDK's ends early where a stream tells of nothing available
                    .setBufferSize(BUFFER)
                    .get();
        }
        if (startsWith(first, ZSTD)) {
            return zstd(peeked);
        }
        return peeked;
    }

    /** It is native code, which has to be unpacked and linked first. */
    private static InputStream zstd(InputStream stream) throws IOException {
        try {
            return new ZstdInputStream(stream).setContinuous(false);
        } catch (LinkageError e) {
            throw new IOException("zstd does not run here, which needs a java.io.tmpdir that programs may be in", e);
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }
}
