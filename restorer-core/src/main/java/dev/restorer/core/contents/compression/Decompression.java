package dev.restorer.core.contents.compression;

import dev.restorer.core.contents.failure.ContentsReadException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Decompresses gzip and zstd, which are recognized by their first bytes. A tar never begins with those. */
public final class Decompression {

    private static final int MAX_MAGIC_BYTES = 10;
    private static final String GZIP = "\u001f\u008b";
    private static final String ZSTD = "(\u00b5/\u00fd";

    /** A skippable frame begins with one of sixteen bytes, followed by these. */
    private static final String ZSTD_SKIPPABLE = "*M\u0018";

    /** Formats that are not supported, so that the message names them. */
    private static final Map<String, String> OTHERS = Map.of(
            "\u00fd7zXZ\0", "xz",
            "\u0004\"M\u0018", "lz4",
            "LZIP\u0001", "lzip",
            "\u001f\u009d", "compress",
            "PK\u0003\u0004", "zip");

    private Decompression() {}

    public static InputStream of(InputStream stream) throws IOException {
        PushbackInputStream peeked = new PushbackInputStream(stream, MAX_MAGIC_BYTES);
        byte[] bytes = peeked.readNBytes(MAX_MAGIC_BYTES);
        peeked.unread(bytes);
        String first = new String(bytes, StandardCharsets.ISO_8859_1);
        if (first.startsWith(GZIP)) {
            return new GzipStream(peeked);
        }
        if (first.startsWith(ZSTD) || isSkippable(first)) {
            return zstd(peeked);
        }
        requireNoOther(first);
        return peeked;
    }

    /** Without zstd-jni, not even the class that uses it can be linked. */
    private static InputStream zstd(InputStream packed) throws IOException {
        try {
            return ZstdStream.of(packed);
        } catch (LinkageError e) {
            throw ZstdFailure.of(e);
        }
    }

    private static boolean isSkippable(String first) {
        return first.startsWith(ZSTD_SKIPPABLE, 1) && (first.charAt(0) & 0xf0) == 0x50;
    }

    private static void requireNoOther(String first) throws IOException {
        String other = first.startsWith("BZh") && first.startsWith("1AY&SY", 4) ? "bzip2" : null;
        for (Map.Entry<String, String> each : OTHERS.entrySet()) {
            if (first.startsWith(each.getKey())) {
                other = each.getValue();
            }
        }
        if (other != null) {
            throw ContentsReadException.damaged(
                    "it is compressed with " + other + ", and only gzip and zstd are unpacked");
        }
    }
}
