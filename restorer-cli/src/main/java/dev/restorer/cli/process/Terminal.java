package dev.restorer.cli.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Determines whether a stream of this process is a terminal. {@link System#console()} covers only standard input and
 * output, and on some JDKs exists without a terminal, so Linux's {@code /proc} is read. On other systems no stream
 * counts as a terminal.
 */
final class Terminal {

    private static final Pattern DEVICE = Pattern.compile("/dev/(pts/\\d+|tty\\w*|console|hvc\\d+)");

    private Terminal() {}

    /**
     * Tells whether a stream of this process is a terminal.
     *
     * @param descriptor its file descriptor, such as 1 for standard output
     * @return true if it is a terminal
     */
    static boolean isTerminal(int descriptor) {
        return isTerminal(Path.of("/proc/self/fd/" + descriptor));
    }

    static boolean isTerminal(Path link) {
        try {
            return DEVICE.matcher(Files.readSymbolicLink(link).toString()).matches();
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
