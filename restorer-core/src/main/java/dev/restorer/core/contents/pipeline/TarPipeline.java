package dev.restorer.core.contents.pipeline;

import dev.restorer.core.contents.failure.RejectedException;
import dev.restorer.core.contents.tree.FileOpening;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shares the work on a tar between the thread that reads it and an idle one, if there is one: the idle thread computes
 * the digest and creates small files, while the reading thread goes on to read. The result is that of one thread that
 * does it all in order. The reading thread never waits for another to start: if no buffer is left, it runs the steps
 * itself.
 *
 * <p>Used by the reading thread.
 */
public final class TarPipeline implements AutoCloseable {

    private static final int MAX_BUFFERS = 4;

    private final EarliestFailure failure = new EarliestFailure();
    private final FileSteps files = new FileSteps(failure);
    private final DigestSteps digests = new DigestSteps(failure);
    private final Helper helper;
    private final List<TarBuffer> buffers = new ArrayList<>(MAX_BUFFERS);

    /** Whether an idle thread took the last steps. */
    private boolean assisted;

    /** Whether there may be deferred files that are not written yet. */
    private boolean deferred;

    /**
     * Creates a pipeline.
     *
     * @param threads the idle threads
     * @param contentsSize the size of the tar as it is stored, or a negative number if it is not known
     */
    public TarPipeline(IdleThreads threads, long contentsSize) {
        helper = new Helper(threads, files, digests);
        buffers.add(TarBuffer.first(contentsSize));
    }

    /** Returns the first buffer, which is empty until it is filled. No other is smaller. */
    public TarBuffer first() {
        return buffers.get(0);
    }

    /**
     * Returns a buffer to fill. The reading thread must not need any other buffer any more.
     *
     * @throws IOException if a deferred file could not be written
     * @throws RejectedException if a deferred file is rejected
     */
    public TarBuffer next() throws IOException, RejectedException {
        if (!files.isEmpty()) {
            callForHelp(); // once for the files of a buffer, since waking a thread is slow
        }
        while (true) {
            if (failure.exists()) {
                completeFiles();
            }
            for (TarBuffer buffer : buffers) {
                if (buffer.steps.get() == 0) {
                    buffer.deferred.clear();
                    return buffer;
                }
            }
            if (buffers.size() < MAX_BUFFERS) {
                buffers.add(buffers.get(buffers.size() - 1).larger());
            } else {
                runNext();
            }
        }
    }

    /** Runs a step, or waits for the last one that is running. */
    private void runNext() {
        if (!files.runNext() && !digests.runNext()) {
            files.awaitHelp();
        }
    }

    /** Adds the bytes of a buffer that was filled to the digest. */
    public void digest(TarBuffer buffer) {
        digests.add(buffer);
        if (buffer.isFull()) {
            callForHelp();
        } // any other buffer is the last, and often the only one
    }

    private void callForHelp() {
        assisted = helper.call();
        if (!assisted) {
            files.runAll();
            digests.runAll();
        }
    }

    /**
     * Completes the deferred files if an entry touches one of them, so that it finds what is there without a helper.
     *
     * @param hardLink whether the entry is a hard link, which may lead to any of them
     * @param parts the path of the entry
     * @return the path to defer the entry with if it is a file, or null if it is to be handled at once
     * @throws IOException if a deferred file could not be written
     * @throws RejectedException if a deferred file is rejected
     */
    @Nullable
    public FoldedPath prepare(boolean hardLink, List<String> parts) throws IOException, RejectedException {
        if (!assisted && !deferred) {
            return null;
        }
        FoldedPath path = FoldedPath.of(parts);
        if (deferred && (hardLink || path == null || isTouchedBy(path))) {
            completeFiles();
        }
        return assisted ? path : null;
    }

    private boolean isTouchedBy(FoldedPath path) {
        for (TarBuffer buffer : buffers) {
            if (buffer.steps.get() > 0 && buffer.deferred.isTouchedBy(path)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Creates a file later.
     *
     * @param path the path that {@link #prepare} returned
     * @param buffer the buffer that has its bytes
     * @param bytes the bytes
     */
    public void writeLater(FoldedPath path, TarBuffer buffer, ByteBuffer bytes, FileOpening opening) {
        deferred = true;
        buffer.deferred.add(path);
        files.add(buffer, bytes.duplicate(), opening);
    }

    /**
     * Completes the deferred files.
     *
     * @throws IOException if one could not be written; of several failures that of the earliest entry is thrown
     * @throws RejectedException if one is rejected
     */
    public void completeFiles() throws IOException, RejectedException {
        files.runAll();
        deferred = false;
        buffers.forEach(buffer -> buffer.deferred.clear());
        failure.requireNone();
    }

    /**
     * Completes all steps.
     *
     * @return the diff id of the bytes that were added
     * @throws IOException if a deferred file could not be written
     * @throws RejectedException if a deferred file is rejected
     */
    public String finish() throws IOException, RejectedException {
        completeFiles();
        digests.runAll();
        failure.requireNone();
        return digests.diffId();
    }

    /** Gives up the remaining steps. No step runs afterwards. */
    @Override
    public void close() {
        failure.giveUp();
        files.runAll();
        digests.runAll();
    }
}
