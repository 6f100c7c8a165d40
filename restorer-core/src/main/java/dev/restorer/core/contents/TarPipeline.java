package dev.restorer.core.contents;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shares the work on a tar between the thread that reads it and an idle one, if there is one: the idle thread computes the
 * digest and writes small files, while the reading thread goes on to read and to create files. The reading thread never
 * waits for another to start: if no buffer is left, it continues with the steps itself.
 *
 * <p>Used by the reading thread.
 */
final class TarPipeline implements AutoCloseable {

    private static final int MAX_BUFFERS = 4;

    /** A larger file is written by the reading thread, while the idle one computes the digest. */
    private static final long MAX_DEFERRED_BYTES = 1 << 20;

    private final StepQueue steps;
    private final MessageDigest digest = DiffId.digest();
    private final List<TarBuffer> buffers = new ArrayList<>(MAX_BUFFERS);

    /** Parts of files since the last buffer was filled. They are added to the queue together, since waking a thread is slow. */
    private final List<PipelineStep.Write> writes = new ArrayList<>();

    /** Whether an idle thread took the last steps. */
    private boolean assisted;

    TarPipeline(IdleThreads threads) {
        steps = new StepQueue(threads);
        buffers.add(new TarBuffer());
    }

    /** Returns a buffer that is empty. */
    TarBuffer first() {
        return buffers.get(0);
    }

    /**
     * Returns a buffer to fill. The reading thread must not need any other buffer any more.
     *
     * @throws IOException if a file could not be written
     */
    TarBuffer next() throws IOException {
        if (addWrites()) {
            callForHelp();
        }
        while (true) {
            steps.requireNoFailure();
            for (TarBuffer buffer : buffers) {
                if (buffer.steps.get() == 0) {
                    return buffer;
                }
            }
            if (buffers.size() < MAX_BUFFERS) {
                buffers.add(new TarBuffer());
            } else {
                steps.runNext();
            }
        }
    }

    /** Adds the bytes of a buffer that was filled to the digest. */
    void digest(TarBuffer buffer) {
        steps.add(new PipelineStep.Digest(buffer, digest));
        if (buffer.length == TarBuffer.CAPACITY) {
            callForHelp();
        } else {
            steps.runAll(); // this buffer is the last, and often the only one
        }
    }

    private void callForHelp() {
        assisted = steps.callForHelp();
        if (!assisted) {
            steps.runAll();
        }
    }

    /**
     * Returns the file to write later, or null if it is better written now.
     *
     * @return the file, whose parts are all passed to {@link #write}, unless it is closed
     */
    @Nullable
    DeferredFile defer(NewFile file, long size) {
        // The mode is set by the path, where another file may be later.
        return assisted && size > 0 && size <= MAX_DEFERRED_BYTES && !file.setsMode() ? DeferredFile.of(file) : null;
    }

    /**
     * Writes a part of a file later, and closes the file after its last part.
     *
     * @param buffer the buffer that has the part
     * @param part the part, which is not changed
     */
    void write(TarBuffer buffer, ByteBuffer part, DeferredFile file, boolean last) {
        writes.add(new PipelineStep.Write(buffer, part.duplicate(), file, last));
    }

    private boolean addWrites() {
        if (writes.isEmpty()) {
            return false;
        }
        writes.forEach(steps::add);
        writes.clear();
        return true;
    }

    /**
     * Completes all steps.
     *
     * @return the diff id of the bytes that were added
     * @throws IOException if a file could not be written
     */
    String finish() throws IOException {
        addWrites();
        steps.runAll();
        steps.requireNoFailure();
        return DiffId.of(digest);
    }

    /** Gives up the remaining steps, and closes their files. No step runs afterwards. */
    @Override
    public void close() {
        addWrites();
        steps.end();
        buffers.clear(); // an idle thread may hold this object long afterwards
    }
}
