package dev.restorer.core.contents;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Shares the work on a tar between the thread that reads it and an idle one, if there is one: the idle thread computes the
 * digest and writes small files, while the reading thread goes on to read and to create files. The reading thread never
 * waits for another to start: if no buffer is left, it continues with the steps itself.
 *
 * <p>Used by the reading thread, and safe together with the idle one.
 */
final class TarPipeline implements AutoCloseable {

    private static final int MAX_BUFFERS = 4;

    /** A larger file is written by the reading thread, while the idle one computes the digest. */
    private static final long MAX_DEFERRED_BYTES = 1 << 20;

    /** Files that are open until they are written, of all layers of this JVM. */
    private static final AtomicInteger OPEN_FILES = new AtomicInteger();

    static final int MAX_OPEN_FILES = 128;

    private final IdleThreads threads;
    private final List<TarBuffer> buffers = new ArrayList<>(MAX_BUFFERS);

    /** Steps are taken from this queue one at a time, in their order, by the thread that holds the lock. */
    private final Queue<PipelineStep> steps = new ConcurrentLinkedQueue<>();

    /** Writes into files that the reading thread has opened since it filled the last buffer. */
    private final List<PipelineStep.Write> writes = new ArrayList<>();

    private final AtomicBoolean helped = new AtomicBoolean();

    /** Whether an idle thread took the last steps. */
    private boolean assisted;

    private final MessageDigest digest = DiffId.digest();
    private final Object lock = new Object();
    private volatile @Nullable Throwable failure;
    private volatile boolean ended;

    TarPipeline(IdleThreads threads) {
        this.threads = threads;
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
        publishWrites();
        while (true) {
            requireNoFailure();
            for (TarBuffer buffer : buffers) {
                if (buffer.steps.get() == 0) {
                    return buffer;
                }
            }
            if (buffers.size() < MAX_BUFFERS) {
                buffers.add(new TarBuffer());
            } else {
                runNext();
            }
        }
    }

    /** Adds the bytes of a buffer that was filled to the digest. */
    void digest(TarBuffer buffer) {
        buffer.steps.incrementAndGet();
        steps.add(new PipelineStep.Digest(buffer, digest));
        if (buffer.length == TarBuffer.CAPACITY) {
            callForHelp();
        } else {
            runAll(); // this buffer is the last, and often the only one
        }
    }

    /**
     * Tells whether a file is written later. Then all its parts are passed to {@link #write}, or {@link #giveUp} is
     * called.
     */
    boolean defers(NewFile file, long size) {
        if (!assisted || size == 0 || size > MAX_DEFERRED_BYTES || file.setsMode()) {
            return false;
        }
        if (OPEN_FILES.incrementAndGet() > MAX_OPEN_FILES) {
            OPEN_FILES.decrementAndGet();
            return false;
        }
        return true;
    }

    /** Closes a deferred file whose last part was not passed. */
    static void giveUp(NewFile file) throws IOException {
        OPEN_FILES.decrementAndGet();
        file.close();
    }

    /**
     * Writes a part of a file later, and closes the file after its last part.
     *
     * @param buffer the buffer that has the part
     * @param part the part, which is not changed
     */
    void write(TarBuffer buffer, ByteBuffer part, NewFile file, boolean last) {
        buffer.steps.incrementAndGet();
        writes.add(new PipelineStep.Write(buffer, part.duplicate(), file, last));
    }

    private void publishWrites() {
        if (!writes.isEmpty()) {
            steps.addAll(writes);
            writes.clear();
            callForHelp();
        }
    }

    /** Lets an idle thread run the steps, or runs them if there is none. */
    private void callForHelp() {
        assisted = helped.get() || !helped.compareAndSet(false, true) || threads.tryRun(this::help);
        if (!assisted) {
            helped.set(false);
            runAll();
        }
    }

    /**
     * Run by the idle thread. A step that is added when it ends is taken by a new call. If the thread is interrupted, which
     * would close the file that it writes, the reading thread takes the steps.
     */
    private void help() {
        try {
            boolean more = true;
            while (more && !Thread.currentThread().isInterrupted()) {
                more = runNext();
            }
        } finally {
            helped.set(false);
        }
    }

    private void runAll() {
        boolean more = true;
        while (more) {
            more = runNext();
        }
    }

    private boolean runNext() {
        synchronized (lock) {
            PipelineStep step = steps.poll();
            if (step == null) {
                return false;
            }
            try {
                run(step);
            } catch (IOException | RuntimeException | Error e) {
                failure = e; // thrown by the reading thread, in whatever thread the step ran
            } finally {
                step.buffer().steps.decrementAndGet();
            }
            return true;
        }
    }

    private void run(PipelineStep step) throws IOException {
        try {
            if (failure == null && !ended) {
                step.run();
            } else {
                step.abort();
            }
        } finally {
            if (step instanceof PipelineStep.Write write && write.last()) {
                OPEN_FILES.decrementAndGet();
            }
        }
    }

    private void requireNoFailure() throws IOException {
        Throwable thrown = failure;
        if (thrown instanceof IOException e) {
            throw e;
        }
        if (thrown instanceof RuntimeException e) {
            throw e;
        }
        if (thrown instanceof Error e) {
            throw e;
        }
    }

    /**
     * Completes all steps.
     *
     * @return the diff id of the bytes that were added
     * @throws IOException if a file could not be written
     */
    String finish() throws IOException {
        publishWrites();
        runAll();
        requireNoFailure();
        synchronized (lock) {
            return DiffId.of(digest);
        }
    }

    /** Gives up the remaining steps, and closes their files. No step runs afterwards. */
    @Override
    public void close() {
        ended = true;
        steps.addAll(writes);
        writes.clear();
        runAll();
        buffers.clear(); // an idle thread may hold this object long afterwards
    }
}
