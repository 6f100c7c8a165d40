package dev.restorer.core.contents.tar;

import dev.restorer.core.contents.failure.RejectedException;
import dev.restorer.core.contents.failure.StoppedException;
import dev.restorer.core.contents.pipeline.TarBuffer;
import dev.restorer.core.contents.pipeline.TarPipeline;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import org.jspecify.annotations.Nullable;

/**
 * The blocks that a tar consists of. Many are read into a buffer at once, and a block or a piece is a view of that
 * buffer, so nothing is copied. A view is valid until the next call.
 */
final class TarBlocks implements AutoCloseable {

    /**
     * The JDK copies what is read through a buffer of its own, which has to stay in the cache of the processor.
     * {@code NewFile} writes as much.
     */
    private static final int MAX_READ = 1 << 17;

    private final InputStream in;
    private final TarPipeline pipeline;
    private TarBuffer buffer;

    /** The range of the buffer that was not returned yet. */
    private int start;

    private int end;

    /** Whether the stream has no further bytes. */
    private boolean ended;

    /** What ended the stream before its end. It is thrown after the bytes that came before it were returned. */
    private @Nullable IOException failure;

    TarBlocks(InputStream in, TarPipeline pipeline) {
        this.in = in;
        this.pipeline = pipeline;
        this.buffer = pipeline.first();
    }

    /**
     * Returns the next block.
     *
     * @return the block, or null at the end
     * @throws RejectedException if an incomplete block follows
     */
    @Nullable
    TarBlock next() throws IOException, RejectedException {
        if (start == end && !refill()) {
            return null;
        }
        if (end - start < TarBlock.LENGTH) {
            requireNoFailure();
            throw cutOff(); // only the last buffer may end in a part of a block
        }
        start += TarBlock.LENGTH;
        return new TarBlock(buffer.bytes(), start - TarBlock.LENGTH);
    }

    /** Fills a buffer, and returns false at the end. */
    private boolean refill() throws IOException, RejectedException {
        requireNoFailure();
        start = end;
        if (ended) {
            return false; // without a buffer, which may have to be created
        }
        fillNext();
        if (end == 0) {
            requireNoFailure();
        }
        return end > 0;
    }

    /** Fills a buffer with the bytes that were not returned yet and those that follow. */
    private void fillNext() throws IOException, RejectedException {
        byte[] before = buffer.bytes();
        int kept = end - start;
        buffer = pipeline.next();
        System.arraycopy(before, start, buffer.bytes(), 0, kept);
        start = 0;
        end = kept;
        fill();
        if (failure == null) {
            buffer.filled(kept, end);
            pipeline.digest(buffer);
        }
    }

    /** Reads as much as the buffer can hold, or all that can be read. */
    private void fill() throws IOException {
        try {
            while (!ended && end < buffer.bytes().length) {
                int read = in.read(buffer.bytes(), end, Math.min(buffer.bytes().length - end, MAX_READ));
                ended = read < 0;
                end += Math.max(read, 0);
            }
        } catch (StoppedException | ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            failure = e;
        }
    }

    private void requireNoFailure() throws IOException {
        if (failure != null) {
            throw failure;
        }
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
        return buffer.view(from, start);
    }

    /**
     * Reads the next bytes into one buffer, with a copy of those that were read already, unless they are more than the
     * first buffer can hold.
     *
     * @param count the number of bytes
     * @return whether they are in one buffer; not if they are too many, or the end or a read failure comes before the
     *     last
     */
    boolean gather(int count) throws IOException, RejectedException {
        if (count > end - start
                && failure == null
                && !ended
                && count <= pipeline.first().bytes().length) {
            fillNext();
        }
        return count <= end - start;
    }

    /** Returns the buffer that the last piece is a part of. */
    TarBuffer buffer() {
        return buffer;
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
    void skipPadding(int count) throws IOException, RejectedException {
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
