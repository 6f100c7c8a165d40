package dev.restorer.core.contents;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Makes the symbolic links of a layer with the very text that the tar has. The few whose text no {@link Path} can have
 * are made by the system's {@code ln}. Where there is none, and beyond a limit, they get the text that a path makes of
 * it, which has fewer slashes and leads to the same place.
 */
final class SymbolicLinks {

    /** Each is a process, which takes as long as a hundred entries. */
    private static final int MAX_BY_COMMAND = 1000;

    private static final int MAX_SECONDS = 10;
    private static final File NOTHING = new File("/dev/null");

    private final List<Path> commands;
    private int left;

    /**
     * Makes one.
     *
     * @param commands where {@code ln} may be
     * @param most how many links it may make
     */
    SymbolicLinks(List<Path> commands, int most) {
        this.commands = commands;
        this.left = most;
    }

    /** Makes one that uses what most systems have. */
    static SymbolicLinks ofSystem() {
        return new SymbolicLinks(List.of(Path.of("/bin/ln"), Path.of("/usr/bin/ln")), MAX_BY_COMMAND);
    }

    /**
     * Makes a link.
     *
     * @param link where
     * @param target what it leads to, not empty
     * @throws FileAlreadyExistsException if something is there
     */
    void make(Path link, String target) throws IOException {
        Path exact = LinkTarget.of(target);
        if (exact != null) {
            Files.createSymbolicLink(link, exact);
        } else if (!makeByCommand(link, target)) {
            Files.createSymbolicLink(link, Path.of(target));
        }
    }

    private boolean makeByCommand(Path link, String target) throws IOException {
        if (Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(link.toString()); // the command would put it into a directory
        }
        for (Path command : commands) {
            if (left > 0 && Files.isExecutable(command)) {
                left--;
                run(command, link, target);
                return isMade(link, target);
            }
        }
        return false;
    }

    private static boolean isMade(Path link, String target) throws IOException {
        if (Files.isSymbolicLink(link)) {
            if (Files.readSymbolicLink(link).toString().equals(target)) {
                return true;
            }
            Files.delete(link);
        }
        return false;
    }

    /** Whether it did what it should is seen by the link. */
    private static void run(Path command, Path link, String target) throws ClosedByInterruptException {
        ProcessBuilder ln = new ProcessBuilder(command.toString(), "-s", "--", target, link.toString())
                .redirectInput(NOTHING)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD);
        try {
            await(ln.start());
        } catch (ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            // There is no link then.
        }
    }

    private static void await(Process process) throws ClosedByInterruptException {
        try {
            process.waitFor(MAX_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClosedByInterruptException();
        } finally {
            process.destroyForcibly();
        }
    }
}
