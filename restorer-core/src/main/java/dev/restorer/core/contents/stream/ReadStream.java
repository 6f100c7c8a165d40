package dev.restorer.core.contents.stream;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream in which every way of reading and skipping calls one method. */
public abstract class ReadStream extends FilterInputStream {

    private static final int MAX_SKIPPED = 1 << 16;

    protected ReadStream(InputStream in) {
        super(in);
    }

    @Override
    public abstract int read(byte[] into, int offset, int length) throws IOException;

    @Override
    public final int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public final long skip(long n) throws IOException {
        byte[] skipped = new byte[(int) Math.max(0, Math.min(n, MAX_SKIPPED))];
        return Math.max(read(skipped, 0, skipped.length), 0);
    }

    @Override
    public final boolean markSupported() {
        return false;
    }
}
