package dev.restorer.cli.progress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Finds out whether a stream of this process is a terminal. The console that Java knows of tells only of standard input
 * and output, and on some JDKs is there without any terminal; so the system is asked. One that does not tell it as
 * Linux does has no terminal, as far as this goes.
 */
public final class Terminal {

    private static final Pattern DEVICE = Pattern.compile("/dev/(pts/\\d+|tty\\w*|console|hvc\\d+)");

    private Terminal() {}

    /**
     * Tells whether a person may be looking at standard error.
     *
     * @return true if it is a terminal
     */
    public static boolean isStandardError() {
        return leadsToOne(Path.of("/proc/self/fd/2"));
    }

    static boolean leadsToOne(Path link) {
        try {
            return DEVICE.matcher(Files.readSymbolicLink(link).toString()).matches();
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
