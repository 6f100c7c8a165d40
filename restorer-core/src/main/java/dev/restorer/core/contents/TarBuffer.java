package dev.restorer.core.contents;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;

/** A buffer with a part of a tar. Its length is a multiple of that of a block, so that no block lies in two buffers. */
final class TarBuffer {

    /** The size of the first buffer of a tar: enough for most layers, whose tars are small. */
    static final int FIRST = 1 << 17;

    /** The size of any other buffer, so that most files lie in one. */
    static final int OTHER = 1 << 19;

    /**
     * How much is read or written at once: the JDK copies it through a buffer of its own, which has to stay in the cache of
     * the processor.
     */
    static final int MAX_TRANSFER = 1 << 17;

    final byte[] bytes;

    /** A view of the bytes. */
    final ByteBuffer view;

    /** How many bytes were read into it. */
    int length;

    /** How many steps still need the bytes. */
    final AtomicInteger steps = new AtomicInteger();

    /** The files that such steps create. */
    final DeferredPaths deferred;

    TarBuffer(int size) {
        bytes = new byte[size];
        view = ByteBuffer.wrap(bytes);
        deferred = new DeferredPaths(size / TarBlock.LENGTH);
    }

    boolean isFull() {
        return length == bytes.length;
    }
}
