package dev.restorer.core.contents.compression;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import dev.restorer.core.contents.failure.ContentsReadException;
import dev.restorer.core.contents.stream.ReadStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Decompresses zstd with any number of frames, including skippable frames. (RFC 8878) A window larger than 128 MiB is
 * rejected, as the {@code zstd} command does, so that a frame cannot use up the memory.
 */
final class ZstdStream extends ReadStream {

    private static final String CUT_OFF = "Truncated source";

    private ZstdStream(InputStream unpacked) {
        super(unpacked);
    }

    /** Opens a stream. The decoder is native code, which must be unpacked to a file and linked first. */
    static ZstdStream of(InputStream packed) throws IOException {
        try {
            return new ZstdStream(new ZstdInputStreamNoFinalizer(packed).setContinuous(false));
        } catch (LinkageError e) {
            throw ContentsReadException.unreadable("zstd cannot be loaded; it needs " + libraries(), e);
        }
    }

    private static String libraries() {
        String named = System.getProperty("ZstdNativePath");
        return named == null
                ? "a java.io.tmpdir from which libraries may be loaded"
                : "its library for this system at " + named + ", which ZstdNativePath names";
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        try {
            return in.read(into, offset, length);
        } catch (ZstdIOException e) {
            String problem = String.valueOf(e.getMessage());
            throw ContentsReadException.damaged(
                    problem.equals(CUT_OFF) ? "its zstd is cut off" : "its zstd is damaged: " + problem);
        }
    }
}
