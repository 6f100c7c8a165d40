package dev.restorer.core.contents.tree;

import dev.restorer.core.contents.failure.RejectedException;
import dev.restorer.files.FileOwner;
import dev.restorer.files.HiddenDirectory;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/**
 * The directory tree that a layer is extracted to. Every entry is written to a directory that was created here, so a
 * link of an earlier entry is never followed.
 */
public final class LayerTree {

    private final TreeDirectories directories;
    private final NewFiles files;
    private final SymbolicLinks links;
    private final FileOwner owner;

    /**
     * Creates a tree that has only its root.
     *
     * @param hidden an empty directory
     * @param maxDirectories how many directories may be created
     * @param commands how many links may be created with a command
     */
    public LayerTree(HiddenDirectory hidden, long maxDirectories, LinkCommands commands) {
        links = SymbolicLinks.ofSystem(commands);
        owner = hidden.owner();
        LastModes lastModes = new LastModes(hidden.path(), hidden.directoryMode(), LastModes.MAX_DIRECTORIES);
        directories = new TreeDirectories(hidden.path(), maxDirectories, lastModes, owner);
        files = new NewFiles(hidden.directoryMode(), owner);
    }

    /** Creates a directory, or sets the mode of a directory that was created before. */
    public void directory(List<String> parts, int mode) throws IOException, RejectedException {
        directories.mode(parts, mode);
    }

    /** Creates the directory of a new file, which is opened later. Several files can be opened at the same time. */
    public FileOpening file(List<String> parts, int mode) throws IOException, RejectedException {
        Path path = place(parts);
        return () -> make(parts, path, place -> files.open(place, mode));
    }

    /** Creates a symbolic link, whose target may be any path. */
    public void symbolicLink(List<String> parts, String target) throws IOException, RejectedException {
        make(parts, place(parts), path -> {
            links.make(path, target);
            owner.give(path);
            return path;
        });
    }

    /** Creates a hard link to a file or a link that an earlier entry created. */
    public void hardLink(List<String> parts, List<String> target) throws IOException, RejectedException {
        Path existing = directories.resolve(target);
        if (target.isEmpty()
                || !directories.has(target.subList(0, target.size() - 1))
                || !Files.exists(existing, LinkOption.NOFOLLOW_LINKS)
                || TreeDirectories.isDirectory(existing)) {
            throw RejectedException.rejectedEntry(
                    "a hard link leads to " + (target.isEmpty() ? "its layer itself" : String.join("/", target))
                            + ", which is no file that came before it");
        }
        if (!parts.equals(target)) {
            make(parts, place(parts), path -> Files.createLink(path, existing));
        }
    }

    /**
     * Moves a directory of the tree, which then becomes the root of the tree.
     *
     * @param parts the path of the directory
     * @param to an empty directory
     */
    public void moveRoot(List<String> parts, HiddenDirectory to) throws IOException {
        directories.moveRoot(parts, to.path());
    }

    /** Sets the modes that could not be set before. No entry can be added afterwards. */
    public void finish() throws IOException {
        directories.setLastModes();
    }

    /** Returns the path of a new file or link, whose directory exists. */
    private Path place(List<String> parts) throws IOException, RejectedException {
        if (parts.isEmpty()) {
            throw RejectedException.rejectedEntry("it is a file or a link itself, and no directory");
        }
        int last = parts.size() - 1;
        return directories.create(parts.subList(0, last)).resolve(parts.get(last));
    }

    /** Creates a file or a link, and replaces a file or a link of an earlier entry. */
    private static <T> T make(List<String> parts, Path path, Creation<T> creation)
            throws IOException, RejectedException {
        try {
            return creation.at(path);
        } catch (FileAlreadyExistsException e) {
            if (TreeDirectories.isDirectory(path)) {
                throw RejectedException.rejectedEntry(
                        String.join("/", parts) + " is a directory, and a file or a link too");
            }
            Files.delete(path);
            return creation.at(path);
        }
    }

    /** Creates a file or a link at a path that must not exist. */
    private interface Creation<T> {
        T at(Path path) throws IOException;
    }
}
