package dev.restorer.shastore.redis;

import org.jspecify.annotations.Nullable;

/** Looks for what led to a failure. */
final class Causes {

    private Causes() {}

    /** Returns the failure itself or the first of its causes that is of a type, or null if none is. */
    static <T extends Throwable> @Nullable T first(Throwable failure, Class<T> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
