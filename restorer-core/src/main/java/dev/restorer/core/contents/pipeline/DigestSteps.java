package dev.restorer.core.contents.pipeline;

import dev.restorer.core.contents.digest.DiffId;
import java.security.MessageDigest;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Buffers that are added to a digest one at a time, in their order, by the thread that has time for it. */
final class DigestSteps {

    private final MessageDigest digest = DiffId.digest();
    private final Queue<TarBuffer> buffers = new ConcurrentLinkedQueue<>();
    private final EarliestFailure failure;

    DigestSteps(EarliestFailure failure) {
        this.failure = failure;
    }

    /** Adds a buffer, which is not filled again until the step was run. */
    void add(TarBuffer buffer) {
        buffer.steps.incrementAndGet();
        buffers.add(buffer);
    }

    /** Waits for the step that is running, then runs the next one, or returns false if none is left. */
    synchronized boolean runNext() {
        TarBuffer buffer = buffers.poll();
        if (buffer == null) {
            return false;
        }
        try {
            if (!failure.exists()) {
                digest.update(buffer.bytes, buffer.kept, buffer.length - buffer.kept);
            }
        } catch (RuntimeException | Error e) {
            failure.add(0, e); // no entry's failure matters more
        } finally {
            buffer.steps.decrementAndGet();
        }
        return true;
    }

    /** Runs all steps that are left. When this method returns, none is running. */
    void runAll() {
        boolean more = true;
        while (more) {
            more = runNext();
        }
    }

    /** Returns the diff id of all bytes. */
    synchronized String diffId() {
        return DiffId.of(digest);
    }
}
