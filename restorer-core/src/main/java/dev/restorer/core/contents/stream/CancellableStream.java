package dev.restorer.core.contents.stream;

import java.io.IOException;
import java.io.InputStream;

/** A decompressed stream whose every read may stop the extraction, since few compressed bytes may yield many. */
public final class CancellableStream extends ReadStream {

    private final CacheStream compressed;

    public CancellableStream(InputStream decompressed, CacheStream compressed) {
        super(decompressed);
        this.compressed = compressed;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        compressed.report();
        return in.read(into, offset, length);
    }
}
