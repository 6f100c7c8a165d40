package dev.restorer;

import dev.restorer.vendors.Causes;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds out which class was missing when another could not be loaded. */
final class MissingClass {

    /**
     * What the JVM says when a class is used again whose initialization failed before: that exception itself is only a
     * part of a message then.
     */
    private static final Pattern EARLIER = Pattern.compile(
            "Exception java\\.lang\\.(?:NoClassDefFoundError|ClassNotFoundException): (\\S+) \\[in thread ");

    private static final String NOT_INITIALIZED = "Could not initialize class ";

    private MissingClass() {}

    /**
     * Returns the name of the class.
     *
     * @param thrown what was thrown
     * @return the name, or null if no class was missing, or it is not known which
     */
    static @Nullable String of(Throwable thrown) {
        String missing = null;
        for (Throwable cause : Causes.of(thrown)) {
            String named = namedBy(cause);
            missing = named == null ? missing : named.replace('/', '.');
        }
        return missing;
    }

    private static @Nullable String namedBy(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        if (cause instanceof ExceptionInInitializerError) {
            Matcher earlier = EARLIER.matcher(message);
            return earlier.lookingAt() ? earlier.group(1) : null;
        }
        boolean isMissing = cause instanceof NoClassDefFoundError || cause instanceof ClassNotFoundException;
        return isMissing && !message.startsWith(NOT_INITIALIZED) ? message : null;
    }
}
