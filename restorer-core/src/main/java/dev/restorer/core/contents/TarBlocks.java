package dev.restorer.core.contents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The blocks that a tar consists of. Many are read into a buffer at once, and a block or a piece is a view of that
 * buffer, so nothing is copied. A view is valid until the next call.
 */
final class TarBlocks implements AutoCloseable {

    private static final int BUFFER = 1 << 17;

    private final InputStream in;
    private final byte[] bytes = new byte[BUFFER];
    private final ByteBuffer piece = ByteBuffer.wrap(bytes);

    /** The range of the buffer that was read and not returned yet. */
    private int start;

    private int end;

    TarBlocks(InputStream in) {
        this.in = in;
    }

    /**
     * Returns the next block.
     *
     * @return the block, or null at the end
     * @throws RejectedException if an incomplete block follows
     */
    @Nullable
    TarBlock next() throws IOException, RejectedException {
        if (end - start < TarBlock.LENGTH && !fill()) {
            return null;
        }
        start += TarBlock.LENGTH;
        return new TarBlock(bytes, start - TarBlock.LENGTH);
    }

    /** Reads until there is a complete block, and returns false at the end. */
    private boolean fill() throws IOException, RejectedException {
        System.arraycopy(bytes, start, bytes, 0, end - start);
        end -= start;
        start = 0;
        while (end < TarBlock.LENGTH) {
            if (!read()) {
                if (end > 0) {
                    throw cutOff();
                }
                return false;
            }
        }
        return true;
    }

    /** Appends bytes to the buffer, and returns false at the end. */
    private boolean read() throws IOException {
        int read = in.read(bytes, end, BUFFER - end);
        end += Math.max(read, 0);
        return read >= 0;
    }

    /**
     * Returns the bytes that are in the buffer, and reads if it is empty.
     *
     * @param maxBytes the maximum number of bytes
     * @return the bytes, at least one unless the maximum is 0
     * @throws RejectedException at the end of the stream
     */
    ByteBuffer piece(long maxBytes) throws IOException, RejectedException {
        while (maxBytes > 0 && start == end) {
            if (!refill()) {
                throw cutOff();
            }
        }
        int from = start;
        start += (int) Math.min(maxBytes, end - start);
        return piece.limit(start).position(from);
    }

    private boolean refill() throws IOException {
        start = 0;
        end = 0;
        return read();
    }

    /**
     * Skips bytes.
     *
     * @param count the number of bytes
     * @throws RejectedException if fewer follow
     */
    void skip(long count) throws IOException, RejectedException {
        for (long left = count; left > 0; ) {
            left -= piece(left).remaining();
        }
    }

    /**
     * Skips the padding before the next block. As in Go's reader, a tar may end before that.
     *
     * @param count the number of bytes
     */
    void pad(int count) throws IOException {
        int left = count;
        while (left > end - start) {
            left -= end - start;
            if (!refill()) {
                return;
            }
        }
        start += left;
    }

    /**
     * Reads until the end of the stream.
     *
     * @param maxBytes the maximum number of bytes
     * @throws RejectedException if more follow
     */
    void readToEnd(int maxBytes) throws IOException, RejectedException {
        long behind = (long) end - start;
        while (behind <= maxBytes && refill()) {
            behind += end;
        }
        if (behind > maxBytes) {
            throw RejectedException.overLimit("more than " + maxBytes + " bytes follow the end of its tar");
        }
    }

    static RejectedException cutOff() {
        return RejectedException.damaged("its tar is cut off");
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
