package dev.restorer.cli.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Finds the paths that lead to what a process has open. To open such a path is to open the file behind it once more,
 * and that may be any file: of a descriptor that was closed when the JVM started, one of the JVM's own.
 */
public final class OpenDescriptor {

    /** What another process has open, or what is no number: never one of the streams of this process. */
    public static final int OF_ANOTHER = -1;

    private static final int MAX_LINKS = 40;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    private OpenDescriptor() {}

    /**
     * Tells which descriptor a path leads to, by whatever name and through whatever links.
     *
     * @param path any path
     * @return its number, or {@link #OF_ANOTHER}; empty if the path leads to no descriptor
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
                return OptionalInt.empty(); // it is no link
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

    /** The directory of a process, or of one of its threads, which share their descriptors. */
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
