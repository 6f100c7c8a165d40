package dev.restorer.core.contents.pipeline;

import dev.restorer.core.contents.failure.RejectedException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What steps have thrown: of several failures that of the earliest step, which is what the steps would throw if they
 * ran one after another. Safe for use by many threads at once.
 */
final class EarliestFailure {

    private static final long NONE = Long.MAX_VALUE;
    private static final long BEFORE_ALL = -1;

    /** The number of the step that failed. Steps after it need not run, but those before it may fail too. */
    private volatile long step = NONE;

    private @Nullable Throwable thrown;

    synchronized void add(long number, Throwable failure) {
        if (number < step) {
            thrown = failure;
            step = number;
        }
    }

    /** Lets no further step run. */
    synchronized void giveUp() {
        step = BEFORE_ALL;
    }

    /** Tells whether a step is not to run, since an earlier one failed. */
    boolean isBefore(long number) {
        return step < number;
    }

    boolean exists() {
        return isBefore(NONE);
    }

    /** Throws the failure, if there is one. */
    synchronized void requireNone() throws IOException, RejectedException {
        if (thrown instanceof IOException e) {
            throw e;
        }
        if (thrown instanceof RejectedException e) {
            throw e;
        }
        if (thrown instanceof RuntimeException e) {
            throw e;
        }
        if (thrown instanceof Error e) {
            throw e;
        }
    }
}
