package dev.restorer;

/**
 * Cancels a restore. It is passed in {@link ContentsOptions}, and any thread may call {@link #cancel()} at any time.
 *
 * @since 0.1
 */
public final class Cancellation {

    private volatile boolean cancelled;

    /** Creates a cancellation that has not been requested yet. */
    public Cancellation() {}

    /**
     * Cancels. The restore throws {@link dev.restorer.api.RestoreCancelledException} once it restores contents and each
     * of its threads has returned from the stream that it reads.
     */
    public void cancel() {
        cancelled = true;
    }

    /**
     * Tells whether the restore was cancelled.
     *
     * @return true after the first call of {@link #cancel()}
     */
    public boolean isCancelled() {
        return cancelled;
    }
}
