package dev.restorer.images.manifest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/**
 * A blob whose size and digest are checked as its bytes pass. The read that would tell the end, or that has more bytes
 * than there should be, fails if they are not those of the descriptor.
 */
public final class BlobStream extends FilterInputStream {

    private static final int MAX_SKIPPED = 1 << 16;

    private final Descriptor descriptor;
    private final MessageDigest digest;
    private long passed;
    private boolean isWhole;

    /**
     * Checks a stream.
     *
     * @param in the stream, which is closed with this one
     * @param descriptor what it should be
     */
    public BlobStream(InputStream in, Descriptor descriptor) {
        super(in);
        this.descriptor = descriptor;
        this.digest = descriptor.digest().computing();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (isWhole || length == 0) {
            return isWhole ? -1 : 0;
        }
        int count = in.read(into, offset, length);
        if (count < 0) {
            requireWhole();
            return -1;
        }
        passed += count;
        if (passed > descriptor.size()) {
            throw damaged("has more than the " + descriptor.size() + " bytes that the manifest names");
        }
        digest.update(into, offset, count);
        return count;
    }

    private void requireWhole() throws IOException {
        if (passed < descriptor.size()) {
            throw damaged("ends after " + passed + " of the " + descriptor.size() + " bytes that the manifest names");
        }
        if (!descriptor.digest().isEqual(digest.digest())) {
            throw damaged("has another digest");
        }
        isWhole = true;
    }

    private IOException damaged(String problem) {
        return new IOException("what should be the blob " + descriptor.digest() + " " + problem);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public long skip(long n) throws IOException {
        byte[] skipped = new byte[(int) Math.max(0, Math.min(n, MAX_SKIPPED))];
        return Math.max(read(skipped, 0, skipped.length), 0);
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
