package dev.restorer.core.contents.pipeline;

import java.util.concurrent.atomic.AtomicBoolean;

/** An idle thread that runs steps too, if there is one. It may hold this object long after the last step. */
final class Helper {

    private final IdleThreads threads;
    private final FileSteps files;
    private final DigestSteps digests;
    private final AtomicBoolean helping = new AtomicBoolean();

    Helper(IdleThreads threads, FileSteps files, DigestSteps digests) {
        this.threads = threads;
        this.files = files;
        this.digests = digests;
    }

    /** Lets an idle thread run steps, or returns false if there is none. */
    boolean call() {
        if (!helping.compareAndSet(false, true) || threads.tryRun(this::help)) {
            return true;
        }
        helping.set(false);
        return false;
    }

    /**
     * Run by the idle thread. A step that is added when it ends is taken by a new call. Digests come first, since the
     * reading thread prefers files. If the thread is interrupted, which would close the file that it writes, it takes
     * no more steps.
     */
    private void help() {
        try {
            boolean more = true;
            while (more && !Thread.currentThread().isInterrupted()) {
                more = digests.runNext() || files.help();
            }
        } finally {
            helping.set(false);
        }
    }
}
