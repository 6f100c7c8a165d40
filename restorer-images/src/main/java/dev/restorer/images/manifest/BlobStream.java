package dev.restorer.images.manifest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/**
 * A stream of a blob that verifies size and digest while it is read. If they differ from those of the descriptor, the
 * read at the end of the stream, or the first read after the expected size, throws an exception.
 */
final class BlobStream extends FilterInputStream {

    private static final int MAX_SKIPPED = 1 << 16;

    private final Descriptor descriptor;
    private final MessageDigest digest;
    private long count;
    private boolean isVerified;

    /**
     * Creates a stream.
     *
     * @param in the bytes to verify; closed with this stream
     * @param descriptor the expected size and digest
     */
    BlobStream(InputStream in, Descriptor descriptor) {
        super(in);
        this.descriptor = descriptor;
        this.digest = descriptor.digest().messageDigest();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (isVerified || length == 0) {
            return isVerified ? -1 : 0;
        }
        int n = in.read(into, offset, length);
        if (n < 0) {
            verify();
            return -1;
        }
        count += n;
        if (count > descriptor.size()) {
            throw damaged("has more than the " + descriptor.size() + " bytes that the manifest names");
        }
        digest.update(into, offset, n);
        return n;
    }

    private void verify() throws IOException {
        if (count < descriptor.size()) {
            throw damaged("ends after " + count + " of the " + descriptor.size() + " bytes that the manifest names");
        }
        if (!descriptor.digest().isEqual(digest.digest())) {
            throw damaged("has a different digest");
        }
        isVerified = true;
    }

    private IOException damaged(String problem) {
        return new IOException("the blob " + descriptor.digest() + " is damaged: it " + problem);
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
