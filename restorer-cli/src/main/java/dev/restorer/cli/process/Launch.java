package dev.restorer.cli.process;

import dev.restorer.cli.failure.StandardOutputException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The state that {@code bin/restorer} found before it started this JVM, and passes as system properties.
 *
 * @param hasWorkingDirectory whether there is a working directory; a JVM cannot start in a deleted one
 * @param whyRootIsKept why the rights of root were not given up for the requested owner, and what to do about it; or
 *     null if that is not known
 * @param closedDescriptors which of the descriptors 0, 1 and 2 were closed; they are open on the null device now
 * @param filesOfRoot returns the content of files that only root can read
 * @param additionalStores the directory of additional SHA stores, or null if there are none
 */
public record Launch(
        boolean hasWorkingDirectory,
        @Nullable String whyRootIsKept,
        Set<Integer> closedDescriptors,
        Supplier<Map<Path, byte[]>> filesOfRoot,
        @Nullable Path additionalStores) {

    /** The file descriptor of standard output. */
    public static final int STANDARD_OUTPUT = 1;

    /** The file descriptor of standard error. */
    public static final int STANDARD_ERROR = 2;

    /**
     * Returns the state that was passed to this JVM.
     *
     * @return the state, from the system properties
     */
    static Launch ofThisProcess() {
        String stores = System.getProperty("restorer.stores");
        return new Launch(
                System.getProperty("restorer.workingDirectoryDeleted") == null,
                System.getProperty("restorer.keptRoot"),
                numbers(System.getProperty("restorer.closed", "")),
                System.getProperty("restorer.filesOnInput") == null ? Map::of : HandedOverFiles.on(System.in),
                stores == null ? null : Path.of(stores));
    }

    /**
     * Checks that a result can be printed.
     *
     * @throws StandardOutputException if standard output was closed when the command was started
     */
    public void requireStandardOutput() {
        if (closedDescriptors.contains(STANDARD_OUTPUT)) {
            throw new StandardOutputException("it is closed");
        }
    }

    private static Set<Integer> numbers(String text) {
        return text.isEmpty()
                ? Set.of()
                : Stream.of(text.split(",")).map(Integer::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
