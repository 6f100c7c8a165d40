package dev.restorer.core.contents;

import java.io.IOException;
import java.io.InputStream;

/** What is unpacked. Little that is packed may be much of this, so each read is a place to stop. */
final class Watched extends ReadStream {

    private final CacheStream packed;

    Watched(InputStream unpacked, CacheStream packed) {
        super(unpacked);
        this.packed = packed;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        packed.tell();
        return in.read(into, offset, length);
    }
}
