package dev.restorer.core.contents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The blocks that a tar consists of. They are read many at a time and handed on where they lie, so that nothing is
 * copied; what was handed on is valid until the next call.
 */
final class TarBlocks implements AutoCloseable {

    private static final int BUFFER = 1 << 17;

    private final InputStream in;
    private final byte[] bytes = new byte[BUFFER];
    private final ByteBuffer piece = ByteBuffer.wrap(bytes);

    /** Where in the buffer begins what was read and not handed on, and where it ends. */
    private int start;

    private int end;

    TarBlocks(InputStream in) {
        this.in = in;
    }

    /**
     * Goes on to the next block.
     *
     * @return the block, or null if nothing follows
     * @throws RejectedException if a part of a block follows
     */
    @Nullable
    TarBlock next() throws IOException, RejectedException {
        if (end - start < TarBlock.LENGTH && !fill()) {
            return null;
        }
        start += TarBlock.LENGTH;
        return new TarBlock(bytes, start - TarBlock.LENGTH);
    }

    /** Reads on until there is a whole block, and tells whether there is. */
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

    /** Reads more behind what is there, and tells whether there was more. */
    private boolean read() throws IOException {
        int read = in.read(bytes, end, BUFFER - end);
        end += Math.max(read, 0);
        return read >= 0;
    }

    /**
     * Goes on by as many bytes as there are at hand.
     *
     * @param most how many at most
     * @return the bytes, at least one unless none was asked for
     * @throws RejectedException if nothing follows
     */
    ByteBuffer piece(long most) throws IOException, RejectedException {
        while (most > 0 && start == end) {
            if (!refill()) {
                throw cutOff();
            }
        }
        int from = start;
        start += (int) Math.min(most, end - start);
        return piece.limit(start).position(from);
    }

    private boolean refill() throws IOException {
        start = 0;
        end = 0;
        return read();
    }

    /**
     * Goes on over bytes that nobody needs.
     *
     * @param count how many
     * @throws RejectedException if fewer follow
     */
    void skip(long count) throws IOException, RejectedException {
        for (long left = count; left > 0; ) {
            left -= piece(left).remaining();
        }
    }

    /**
     * Goes on to where the next block begins. As in Go's reader, a tar may end before.
     *
     * @param count how many bytes it is away
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
     * Reads all that follows.
     *
     * @param most how many bytes that may be
     * @throws RejectedException if more follow
     */
    void readToEnd(int most) throws IOException, RejectedException {
        long behind = (long) end - start;
        while (behind <= most && refill()) {
            behind += end;
        }
        if (behind > most) {
            throw RejectedException.overLimit("more than " + most + " bytes follow the end of its tar");
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
