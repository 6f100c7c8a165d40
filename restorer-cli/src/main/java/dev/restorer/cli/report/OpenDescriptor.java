package dev.restorer.cli.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Finds the paths that lead to what a process has open. To open such a path is to open the file behind it once more, and
 * that may be any file: of a descriptor that was closed when the JVM started, one of the JVM's own.
 */
public final class OpenDescriptor {

    /** What another process has open, or what is no number: never one of the streams of this process. */
    public static final int OF_ANOTHER = -1;

    private static final int MOST_LINKS = 40;
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
        for (int links = 0; links < MOST_LINKS; links++) {
            Path name = next.getFileName();
            if (name == null) {
                return OptionalInt.empty();
            }
            try {
                Path folder = next.resolveSibling(".").toRealPath();
                if (holdsDescriptors(folder)) {
                    return OptionalInt.of(number(folder, name.toString()));
                }
                next = folder.resolve(Files.readSymbolicLink(folder.resolve(name)));
            } catch (IOException | UnsupportedOperationException e) {
                return OptionalInt.empty(); // it is no link
            }
        }
        return OptionalInt.empty();
    }

    private static boolean holdsDescriptors(Path folder) throws IOException {
        return folder.endsWith("fd")
                && (folder.equals(Path.of("/dev/fd"))
                        || Files.getFileStore(folder).type().equals("proc"));
    }

    private static int number(Path folder, String name) {
        return isOfThisProcess(folder) && NUMBER.matcher(name).matches() ? Integer.parseInt(name) : OF_ANOTHER;
    }

    /** The folder of a process, or of one of its threads, which share their descriptors. */
    private static boolean isOfThisProcess(Path folder) {
        if (folder.equals(Path.of("/dev/fd"))) {
            return true;
        }
        String own = Long.toString(ProcessHandle.current().pid());
        Path process = folder.getParent();
        return process != null && (process.endsWith(own) || isThreadOf(own, process));
    }

    private static boolean isThreadOf(String process, Path thread) {
        Path threads = thread.getParent();
        return threads != null && threads.endsWith(Path.of(process, "task"));
    }
}
