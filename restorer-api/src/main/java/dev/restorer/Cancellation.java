package dev.restorer;

/**
 * Ends a restore early. Given to {@link ContentsOptions}, and cancelled by any thread at any time.
 *
 * @since 0.1
 */
public final class Cancellation {

    private volatile boolean cancelled;

    /** Makes one that is not cancelled. */
    public Cancellation() {}

    /**
     * Cancels. The restore throws {@link dev.restorer.api.RestoreCancelledException} once it has come to contents and
     * each thread has come back from the stream that it reads.
     */
    public void cancel() {
        cancelled = true;
    }

    /**
     * Tells whether it was cancelled.
     *
     * @return true from the first {@link #cancel()} on
     */
    public boolean isCancelled() {
        return cancelled;
    }
}
