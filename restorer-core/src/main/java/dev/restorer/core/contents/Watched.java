package dev.restorer.core.contents;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What is unpacked. Little that is packed may be much of this, so each read is a place to stop. */
final class Watched extends FilterInputStream {

    private final CacheStream packed;

    Watched(InputStream unpacked, CacheStream packed) {
        super(unpacked);
        this.packed = packed;
    }

    @Override
    public int read() throws IOException {
        packed.tell();
        return super.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        packed.tell();
        return super.read(into, offset, length);
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
