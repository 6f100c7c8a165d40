package dev.restorer.core.contents.pipeline;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;

/** A buffer with a part of a tar. Its length is a power of two, so that no block of the tar lies in two buffers. */
public final class TarBuffer {

    /** The maximum size of the first buffer of a tar. */
    public static final int MAX_FIRST = 1 << 17;

    /** The maximum size of any other buffer, so that most files lie in one. */
    public static final int MAX = 1 << 19;

    /** The length of a block of a tar. The header of a file is one block. */
    public static final int BLOCK_LENGTH = 512;

    private static final int MIN = 1 << 14;

    /** How much a small tar may be compressed, so that its first buffer has room for all of it. */
    private static final int COMPRESSION = 4;

    /** How many times as large as the one before it a buffer is. */
    private static final int GROWTH = 4;

    final byte[] bytes;

    /** A view of the bytes. */
    final ByteBuffer view;

    /** How many bytes at its start were in the buffer before it too, and belong to its digest step. */
    int kept;

    /** How many bytes are in it. */
    int length;

    /** How many steps still need the bytes. */
    final AtomicInteger steps = new AtomicInteger();

    /** The files that such steps create. */
    final DeferredPaths deferred;

    /**
     * Creates the first buffer of a tar, in which a small one lies as a whole.
     *
     * @param contentsSize the size of the tar as it is stored, or a negative number if it is not known
     */
    static TarBuffer first(long contentsSize) {
        int size = MIN;
        while (size < MAX_FIRST && (contentsSize < 0 || size / COMPRESSION < contentsSize)) {
            size *= 2;
        }
        return new TarBuffer(size);
    }

    /** Creates a buffer that is larger than this one. */
    TarBuffer larger() {
        return new TarBuffer(Math.min(bytes.length * GROWTH, MAX));
    }

    private TarBuffer(int size) {
        bytes = new byte[size];
        view = ByteBuffer.wrap(bytes);
        deferred = new DeferredPaths(size / BLOCK_LENGTH);
    }

    /** Returns the bytes, which are filled from the first one on. */
    public byte[] bytes() {
        return bytes;
    }

    /** Returns a range of the bytes, valid until the next call. */
    public ByteBuffer view(int from, int to) {
        return view.limit(to).position(from);
    }

    /**
     * Sets what is in it.
     *
     * @param keptBytes how many bytes at its start were in the buffer before it too
     * @param allBytes how many bytes are in it
     */
    public void filled(int keptBytes, int allBytes) {
        kept = keptBytes;
        length = allBytes;
    }

    boolean isFull() {
        return length == bytes.length;
    }
}
