package dev.restorer.core.contents;

import dev.restorer.files.FileOwner;
import dev.restorer.files.HiddenFolder;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/**
 * The tree that a layer is unpacked into. Everything is put into folders that were made here, so no link that an earlier
 * entry made is ever gone through.
 */
final class LayerTree {

    private final TreeFolders folders;
    private final NewFiles files;
    private final SymbolicLinks links = SymbolicLinks.ofSystem();
    private final FileOwner owner;

    LayerTree(HiddenFolder hidden, long mostFolders) {
        owner = hidden.owner();
        folders = new TreeFolders(hidden.path(), hidden.folderMode(), mostFolders, TreeFolders.MOST_LOCKED, owner);
        files = new NewFiles(hidden.folderMode(), owner);
    }

    /** Makes a folder, or sets the mode of one that was made before. */
    void folder(List<String> parts, int mode) throws IOException, CondemnedException {
        folders.mode(parts, mode);
    }

    /** Opens a new file to write to. */
    NewFile file(List<String> parts, int mode) throws IOException, CondemnedException {
        return make(parts, path -> files.open(path, mode));
    }

    /** Makes a symbolic link, which may lead anywhere. */
    void symbolicLink(List<String> parts, String target) throws IOException, CondemnedException {
        make(parts, path -> {
            links.make(path, target);
            owner.give(path);
            return path;
        });
    }

    /** Makes a hard link to a file or a link that an earlier entry made. */
    void hardLink(List<String> parts, List<String> target) throws IOException, CondemnedException {
        Path existing = folders.resolve(target);
        if (target.isEmpty()
                || !folders.has(target.subList(0, target.size() - 1))
                || !Files.exists(existing, LinkOption.NOFOLLOW_LINKS)
                || TreeFolders.isFolder(existing)) {
            throw CondemnedException.rejectedEntry(
                    "a hard link leads to " + String.join("/", target) + ", which is no file that came before it");
        }
        if (!parts.equals(target)) {
            make(parts, path -> Files.createLink(path, existing));
        }
    }

    /**
     * Moves a folder of the tree to where it is the root of what is left.
     *
     * @param parts its path
     * @param to an empty folder
     */
    void moveRoot(List<String> parts, HiddenFolder to) throws IOException {
        folders.moveRoot(parts, to.path());
    }

    /** Sets what could not be set before. Nothing can be put in afterwards. */
    void finish() throws IOException {
        folders.lock();
    }

    /** Makes a file or a link, in place of the one that an earlier entry may have made. */
    private <T> T make(List<String> parts, Making<T> making) throws IOException, CondemnedException {
        if (parts.isEmpty()) {
            throw CondemnedException.rejectedEntry("it is a file or a link itself, and no folder");
        }
        int last = parts.size() - 1;
        Path path = folders.made(parts.subList(0, last)).resolve(parts.get(last));
        try {
            return making.at(path);
        } catch (FileAlreadyExistsException e) {
            if (TreeFolders.isFolder(path)) {
                throw CondemnedException.rejectedEntry(
                        String.join("/", parts) + " is a folder, and a file or a link too");
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
