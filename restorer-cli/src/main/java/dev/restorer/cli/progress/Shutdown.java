package dev.restorer.cli.progress;

import dev.restorer.Cancellation;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends a restore well when the process is told to end: it is cancelled, and then there is some time for it to take back
 * what it had begun. A later restore takes back what is left for want of time.
 */
public final class Shutdown {

    private static final long MAX_SECONDS = 5;

    private final Cancellation cancellation = new Cancellation();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean restoring;

    /** Makes one, for a process. */
    public Shutdown() {}

    /**
     * Lets the process wait for the command from now on, since it is about to restore what it may have to take back.
     *
     * @return what the restore is cancelled with
     */
    public Cancellation holdForRestore() {
        restoring = true;
        return cancellation;
    }

    /** Tells that the command has ended, and said why. */
    public void ended() {
        ended.countDown();
    }

    /** Cancels the restore, and waits for the command if it restores. Called when the process is told to end. */
    public void begin() {
        cancellation.cancel();
        if (!restoring) {
            return;
        }
        try {
            ended.await(MAX_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
