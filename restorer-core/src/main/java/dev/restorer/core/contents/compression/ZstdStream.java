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

    static ZstdStream of(InputStream packed) throws IOException {
        return new ZstdStream(new ZstdInputStreamNoFinalizer(packed).setContinuous(false));
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
