package dev.restorer.core.contents.tree;

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
 * Creates the symbolic links of a layer with exactly the target that the tar has. The few targets that no {@link Path}
 * can express are created with the system's {@code ln}. Without that command, and beyond a limit, a link gets the
 * normalized target, which has fewer slashes and leads to the same place.
 */
final class SymbolicLinks {

    /** The maximum for a layer, so that one layer does not take all that the restore may create. */
    private static final int MAX_BY_COMMAND = 1000;

    private static final int MAX_SECONDS = 10;
    private static final File NULL_DEVICE = new File("/dev/null");

    private final List<Path> commands;
    private final LinkCommands ofRestore;
    private int remaining;

    /**
     * Creates a factory of links.
     *
     * @param commands the paths at which {@code ln} is looked for
     * @param maxLinks how many links the command may create
     * @param ofRestore how many links it may create for all layers
     */
    SymbolicLinks(List<Path> commands, int maxLinks, LinkCommands ofRestore) {
        this.commands = commands;
        this.ofRestore = ofRestore;
        this.remaining = maxLinks;
    }

    /** Returns a factory that uses the command in its usual places. */
    static SymbolicLinks ofSystem(LinkCommands ofRestore) {
        return new SymbolicLinks(List.of(Path.of("/bin/ln"), Path.of("/usr/bin/ln")), MAX_BY_COMMAND, ofRestore);
    }

    /**
     * Creates a link.
     *
     * @param link the path of the link
     * @param target the target of the link, not empty
     * @throws FileAlreadyExistsException if the path exists
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
        // If it is a directory, the command would create the link in it.
        if (Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(link.toString());
        }
        for (Path command : commands) {
            if (remaining > 0 && Files.isExecutable(command) && ofRestore.take()) {
                remaining--;
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

    /** The result is checked by the caller, so the exit status is ignored. */
    private static void run(Path command, Path link, String target) throws ClosedByInterruptException {
        ProcessBuilder ln = new ProcessBuilder(command.toString(), "-s", "--", target, link.toString())
                .redirectInput(NULL_DEVICE)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD);
        try {
            await(ln.start());
        } catch (ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            // The caller finds no link.
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
