package dev.restorer.core.contents;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;

/** A buffer with a part of a tar. Its length is a multiple of that of a block, so that no block lies in two buffers. */
final class TarBuffer {

    static final int CAPACITY = 1 << 17;

    final byte[] bytes = new byte[CAPACITY];

    /** A view of the bytes. */
    final ByteBuffer view = ByteBuffer.wrap(bytes);

    /** How many bytes were read into it. */
    int length;

    /** How many steps still need the bytes. */
    final AtomicInteger steps = new AtomicInteger();

    /** The files that such steps create. */
    final DeferredPaths deferred = new DeferredPaths();
}
