package dev.restorer.images.registry.http;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The causes of a failure. */
final class Causes {

    /** Exceptions of other libraries may be the causes of each other. */
    private static final int MAX = 100;

    private Causes() {}

    /** Returns the failure itself or the first of its causes that has a type, or null. */
    static <T extends Throwable> @Nullable T first(Throwable failure, Class<T> type) {
        return chain(failure).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElse(null);
    }

    /** Returns the last of the causes, or the failure itself if it has none. */
    static Throwable innermost(Throwable failure) {
        List<Throwable> chain = chain(failure);
        return chain.get(chain.size() - 1);
    }

    private static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable cause = failure; cause != null && chain.size() < MAX; cause = cause.getCause()) {
            chain.add(cause);
        }
        return chain;
    }
}
