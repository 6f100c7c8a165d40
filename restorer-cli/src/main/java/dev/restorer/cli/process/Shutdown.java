package dev.restorer.cli.process;

import dev.restorer.Cancellation;
import dev.restorer.cli.images.ImageAccess;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Cancels a restore when the process is terminated, and gives it a limited time to remove incomplete contents. If that
 * time is not enough, a later restore removes the rest.
 */
public final class Shutdown {

    private static final long TIMEOUT_SECONDS = 5;

    private final Cancellation cancellation = new Cancellation();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean restoring;
    private volatile @Nullable ImageAccess images;

    /** Creates the object for this process. */
    public Shutdown() {}

    /**
     * Records that a restore starts, so that the termination of the process waits for it.
     *
     * @return the object with which the restore is cancelled
     */
    public Cancellation startRestore() {
        restoring = true;
        return cancellation;
    }

    /**
     * Sets the images that are closed on termination, which ends the reads that wait for a registry.
     *
     * @param opened the images
     */
    public void closeAtShutdown(ImageAccess opened) {
        images = opened;
    }

    /** Records that the command has ended and has written its messages. */
    public void ended() {
        ended.countDown();
    }

    /**
     * Tells whether the process is being terminated. Then a failure to read an image has no other cause.
     *
     * @return whether {@link #begin()} was called
     */
    public boolean hasBegun() {
        return cancellation.isCancelled();
    }

    /**
     * Cancels the restore, and waits for the command if it restores or reads images. Called when the process is
     * terminated.
     */
    public void begin() {
        cancellation.cancel();
        ImageAccess opened = images;
        if (opened != null) {
            opened.close();
        }
        if (!restoring && opened == null) {
            return;
        }
        try {
            ended.await(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
