package dev.restorer.core.contents;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Steps that are run one at a time, in their order, by the thread that adds them or by an idle one that helps. */
final class StepQueue {

    private final IdleThreads threads;
    private final Thread owner = Thread.currentThread();
    private final Queue<PipelineStep> steps = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean helped = new AtomicBoolean();

    /** Held by the thread that takes and runs a step, so that the order is kept. */
    private final Object lock = new Object();

    private volatile @Nullable Throwable failure;
    private volatile boolean ended;

    StepQueue(IdleThreads threads) {
        this.threads = threads;
    }

    /** Adds a step, whose buffer is needed until the step was run. */
    void add(PipelineStep step) {
        step.buffer().steps.incrementAndGet();
        steps.add(step);
    }

    /** Lets an idle thread run the steps, or returns false if there is none. */
    boolean callForHelp() {
        if (!helped.compareAndSet(false, true) || threads.tryRun(this::help)) {
            return true;
        }
        helped.set(false);
        return false;
    }

    /**
     * Run by the idle thread. A step that is added when it ends is taken by a new call. If the thread is interrupted, which
     * would close the file that it writes, the owner takes the steps.
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

    /** Runs all steps that are left. When this method returns, none is running. */
    void runAll() {
        boolean more = true;
        while (more) {
            more = runNext();
        }
    }

    /** Waits for the step that is running, then runs the next one, or returns false if none is left. */
    boolean runNext() {
        synchronized (lock) {
            PipelineStep step = steps.poll();
            if (step == null) {
                return false;
            }
            try {
                run(step);
            } catch (IOException | RuntimeException | Error e) {
                failure = e; // thrown by the owner, in whatever thread the step ran
            } finally {
                step.buffer().steps.decrementAndGet();
            }
            return true;
        }
    }

    private void run(PipelineStep step) throws IOException {
        if (failure != null || ended) {
            step.abort();
            return;
        }
        try {
            step.run();
        } catch (ClosedByInterruptException e) {
            // Only an interrupt of the owner cancels the restore.
            throw Thread.currentThread() == owner ? e : new IOException("the thread that wrote it was interrupted", e);
        }
    }

    /** Throws what a step has thrown. */
    void requireNoFailure() throws IOException {
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

    /** Gives up the steps that are left. */
    void end() {
        ended = true;
        runAll();
    }
}
