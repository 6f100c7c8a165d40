package dev.restorer.cli.command;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What {@code bin/restorer} found before it started this JVM, and hands over as system properties.
 *
 * @param workingDirectory whether there is a working directory; a JVM cannot start in one that was deleted
 * @param keptRoot why the rights of root were not given up for the owner that is asked for, and what to do about it, or
 *     null if nothing is known of that
 * @param closed which of the descriptors 0, 1 and 2 were closed; the null device has their numbers now
 */
public record Launch(boolean workingDirectory, @Nullable String keptRoot, Set<Integer> closed) {

    static final int STANDARD_OUTPUT = 1;
    static final int STANDARD_ERROR = 2;

    /**
     * Returns what this JVM was started with.
     *
     * @return what the system properties say
     */
    static Launch ofThisProcess() {
        return new Launch(
                System.getProperty("restorer.workingDirectoryDeleted") == null,
                System.getProperty("restorer.keptRoot"),
                numbers(System.getProperty("restorer.closed", "")));
    }

    private static Set<Integer> numbers(String text) {
        return text.isEmpty()
                ? Set.of()
                : Stream.of(text.split(",")).map(Integer::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
