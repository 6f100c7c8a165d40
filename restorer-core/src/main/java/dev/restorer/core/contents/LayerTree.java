package dev.restorer.core.contents;

import dev.restorer.files.FileOwner;
import dev.restorer.files.HiddenDirectory;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/**
 * The tree that a layer is unpacked into. Everything is put into directories that were made here, so no link that an
 * earlier entry made is ever gone through.
 */
final class LayerTree {

    private final TreeDirectories directories;
    private final NewFiles files;
    private final SymbolicLinks links = SymbolicLinks.ofSystem();
    private final FileOwner owner;

    LayerTree(HiddenDirectory hidden, long maxDirectories) {
        owner = hidden.owner();
        directories = new TreeDirectories(
                hidden.path(), hidden.directoryMode(), maxDirectories, TreeDirectories.MAX_LOCKED, owner);
        files = new NewFiles(hidden.directoryMode(), owner);
    }

    /** Makes a directory, or sets the mode of one that was made before. */
    void directory(List<String> parts, int mode) throws IOException, RejectedException {
        directories.mode(parts, mode);
    }

    /** Opens a new file to write to. */
    NewFile file(List<String> parts, int mode) throws IOException, RejectedException {
        return make(parts, path -> files.open(path, mode));
    }

    /** Makes a symbolic link, which may lead anywhere. */
    void symbolicLink(List<String> parts, String target) throws IOException, RejectedException {
        make(parts, path -> {
            links.make(path, target);
            owner.give(path);
            return path;
        });
    }

    /** Makes a hard link to a file or a link that an earlier entry made. */
    void hardLink(List<String> parts, List<String> target) throws IOException, RejectedException {
        Path existing = directories.resolve(target);
        if (target.isEmpty()
                || !directories.has(target.subList(0, target.size() - 1))
                || !Files.exists(existing, LinkOption.NOFOLLOW_LINKS)
                || TreeDirectories.isDirectory(existing)) {
            throw RejectedException.rejectedEntry(
                    "a hard link leads to " + String.join("/", target) + ", which is no file that came before it");
        }
        if (!parts.equals(target)) {
            make(parts, path -> Files.createLink(path, existing));
        }
    }

    /**
     * Moves a directory of the tree to where it is the root of what is left.
     *
     * @param parts its path
     * @param to an empty directory
     */
    void moveRoot(List<String> parts, HiddenDirectory to) throws IOException {
        directories.moveRoot(parts, to.path());
    }

    /** Sets what could not be set before. Nothing can be put in afterwards. */
    void finish() throws IOException {
        directories.lock();
    }

    /** Makes a file or a link, in place of the one that an earlier entry may have made. */
    private <T> T make(List<String> parts, Making<T> making) throws IOException, RejectedException {
        if (parts.isEmpty()) {
            throw RejectedException.rejectedEntry("it is a file or a link itself, and no directory");
        }
        int last = parts.size() - 1;
        Path path = directories.made(parts.subList(0, last)).resolve(parts.get(last));
        try {
            return making.at(path);
        } catch (FileAlreadyExistsException e) {
            if (TreeDirectories.isDirectory(path)) {
                throw RejectedException.rejectedEntry(
                        String.join("/", parts) + " is a directory, and a file or a link too");
            }
            Files.delete(path);
            return making.at(path);
        }
    }

    /** Makes something at a path at which nothing may stand. */
    private interface Making<T> {
        T at(Path path) throws IOException;
    }
}
