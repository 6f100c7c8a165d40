package dev.restorer.vendors;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Searches the causes of an exception. */
public final class Causes {

    /** Exceptions of other libraries may be the causes of each other. */
    private static final int MAX = 100;

    private Causes() {}

    /**
     * Returns an exception and its causes.
     *
     * @param thrown the exception
     * @return the exception, its cause, the cause of that, and so on; at least one, and at most 100
     */
    public static List<Throwable> of(Throwable thrown) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = thrown; cause != null && causes.size() < MAX; cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes;
    }

    /**
     * Finds an exception of a type.
     *
     * @param thrown an exception
     * @param type the type
     * @param <T> the type
     * @return the exception itself or the first of its causes that has the type, or null if there is none
     */
    public static <T extends Throwable> @Nullable T first(Throwable thrown, Class<T> type) {
        for (Throwable cause : of(thrown)) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }

    /**
     * Tells whether an exception or one of its causes has a type.
     *
     * @param thrown the exception
     * @param type the type
     * @return whether there is one
     */
    public static boolean include(Throwable thrown, Class<? extends Throwable> type) {
        return first(thrown, type) != null;
    }

    /**
     * Returns the innermost cause.
     *
     * @param thrown an exception
     * @return the last of its causes, or the exception itself if it has none
     */
    public static Throwable innermost(Throwable thrown) {
        List<Throwable> causes = of(thrown);
        return causes.get(causes.size() - 1);
    }
}
