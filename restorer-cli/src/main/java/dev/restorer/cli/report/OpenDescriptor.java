package dev.restorer.cli.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Recognizes paths of open file descriptors, such as {@code /dev/stdout}. Opening such a path opens the file of the
 * descriptor again. If the descriptor was closed when the JVM started, that may be a file of the JVM itself.
 */
public final class OpenDescriptor {

    /** A descriptor of another process, or a name that is not a number: never a stream of this process. */
    public static final int OF_ANOTHER = -1;

    private static final int MAX_LINKS = 40;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    private OpenDescriptor() {}

    /**
     * Returns the descriptor that a path leads to, also through links.
     *
     * @param path any path
     * @return its number, or {@link #OF_ANOTHER}; empty if the path does not lead to a descriptor
     */
    public static OptionalInt at(Path path) {
        Path next = path.toAbsolutePath();
        for (int links = 0; links < MAX_LINKS; links++) {
            Path name = next.getFileName();
            if (name == null) {
                return OptionalInt.empty();
            }
            try {
                Path directory = next.resolveSibling(".").toRealPath();
                if (holdsDescriptors(directory)) {
                    return OptionalInt.of(number(directory, name.toString()));
                }
                next = directory.resolve(Files.readSymbolicLink(directory.resolve(name)));
            } catch (IOException | UnsupportedOperationException e) {
                return OptionalInt.empty(); // it is not a link
            }
        }
        return OptionalInt.empty();
    }

    private static boolean holdsDescriptors(Path directory) throws IOException {
        return directory.endsWith("fd")
                && (directory.equals(Path.of("/dev/fd"))
                        || Files.getFileStore(directory).type().equals("proc"));
    }

    private static int number(Path directory, String name) {
        return isOfThisProcess(directory) && NUMBER.matcher(name).matches() ? Integer.parseInt(name) : OF_ANOTHER;
    }

    /** Tells whether a directory belongs to this process, or to one of its threads, which share its descriptors. */
    private static boolean isOfThisProcess(Path directory) {
        if (directory.equals(Path.of("/dev/fd"))) {
            return true;
        }
        String own = Long.toString(ProcessHandle.current().pid());
        Path process = directory.getParent();
        return process != null && (process.endsWith(own) || isThreadOf(own, process));
    }

    private static boolean isThreadOf(String process, Path thread) {
        Path threads = thread.getParent();
        return threads != null && threads.endsWith(Path.of(process, "task"));
    }
}
