package dev.restorer.core.contents;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.IOException;
import java.io.InputStream;

/**
 * Unpacks zstd of any number of frames, and of such as are to be skipped. (RFC 8878) What looks back further than 128
 * MiB is refused, as the command of zstd does, so that it cannot use up the memory.
 */
final class ZstdStream extends ReadStream {

    private static final String CUT_OFF = "Truncated source";

    private ZstdStream(InputStream unpacked) {
        super(unpacked);
    }

    /** It is native code, which has to be unpacked and linked first. */
    static ZstdStream of(InputStream packed) throws IOException {
        try {
            return new ZstdStream(new ZstdInputStreamNoFinalizer(packed).setContinuous(false));
        } catch (LinkageError e) {
            throw ContentsReadException.unreadable(
                    "zstd does not run here, which needs a java.io.tmpdir that programs may be in", e);
        }
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
