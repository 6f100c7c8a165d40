package dev.restorer.core.contents.pipeline;

import dev.restorer.core.contents.failure.RejectedException;
import dev.restorer.core.contents.tree.FileOpening;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Files that are written by their owner, the thread that adds them, and by one that helps: each takes the next one. */
final class FileSteps {

    private final Queue<FileStep> steps = new ConcurrentLinkedQueue<>();
    private final EarliestFailure failure;

    /** Held by the thread that helps, while it takes and runs a step. */
    private final Object helping = new Object();

    private long count;

    FileSteps(EarliestFailure failure) {
        this.failure = failure;
    }

    void add(TarBuffer buffer, ByteBuffer bytes, FileOpening opening) {
        buffer.steps.incrementAndGet();
        steps.add(new FileStep(count++, buffer, bytes, opening));
    }

    /** Tells whether all steps were taken. */
    boolean isEmpty() {
        return steps.isEmpty();
    }

    /** Runs the next step, or returns false if none is left. */
    boolean runNext() {
        return runNext(false);
    }

    /** Runs the next step as the thread that helps. */
    boolean help() {
        synchronized (helping) {
            return runNext(true);
        }
    }

    /** Waits for the step that the thread that helps runs, then runs the next one, or returns false if none is left. */
    boolean awaitHelp() {
        synchronized (helping) {
            return runNext(false);
        }
    }

    /** Runs all steps that are left. When this method returns, none is running. */
    void runAll() {
        boolean more = true;
        while (more) {
            more = runNext() || awaitHelp();
        }
    }

    private boolean runNext(boolean helps) {
        FileStep step = steps.poll();
        if (step == null) {
            return false;
        }
        if (runOrFail(step, helps)) {
            step.buffer().steps.decrementAndGet();
        } else {
            steps.add(step);
        }
        return true;
    }

    /** Returns false if the owner must run the step again, since only an interrupt of its own cancels the restore. */
    private boolean runOrFail(FileStep step, boolean helps) {
        try {
            if (!failure.isBefore(step.number())) {
                step.run();
            }
        } catch (ClosedByInterruptException e) {
            if (helps) {
                return false;
            }
            failure.add(step.number(), e);
        } catch (IOException | RejectedException | RuntimeException | Error e) {
            failure.add(step.number(), e);
        }
        return true;
    }
}
