package dev.restorer.files;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Removes entries of a confined directory. A directory is first moved to a hidden name, so that no reader sees a part
 * of it in its place; if it cannot be moved, its entries are removed there.
 *
 * @param directory the confined directory
 */
record EntryRemoval(ConfinedDirectory directory) {

    /** Removes an entry of any kind, and returns what cannot be removed, if anything. */
    Optional<Leftover> remove(String name) {
        if (PlainName.isHidden(name)) {
            return removeTree(name);
        }
        try {
            BasicFileAttributes attributes = directory.attributes(name);
            if (attributes != null && attributes.isDirectory()) {
                return removeDirectory(name);
            }
            if (attributes != null) {
                directory.delete(name);
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(new Leftover(path(name), e));
        }
    }

    private Optional<Leftover> removeDirectory(String name) throws IOException {
        String aside;
        try {
            aside = moveAside(name);
        } catch (IOException e) {
            DirectoryTree.deleteOrClear(path(name));
            return Optional.empty();
        }
        return aside == null ? Optional.empty() : removeTree(aside);
    }

    /**
     * Moves an entry to a hidden name. A directory in which something is mounted is not moved, since the system would
     * move the mount point with it.
     *
     * @return the hidden name, or null if there was no entry
     * @throws IOException if the entry cannot be moved
     */
    @Nullable
    String moveAside(String name) throws IOException {
        BasicFileAttributes attributes = directory.attributes(name);
        if (attributes == null) {
            return null;
        }
        if (attributes.isDirectory() && directory.hasMountPointIn(name)) {
            throw new FileSystemException(path(name).toString(), null, "something is mounted in it");
        }
        String aside = HiddenName.next();
        try {
            directory.move(name, aside);
            return aside;
        } catch (NoSuchFileException e) {
            return null; // it was removed meanwhile
        }
    }

    private Optional<Leftover> removeTree(String hidden) {
        return DirectoryTree.remove(path(hidden));
    }

    private Path path(String name) {
        return directory.path().resolve(name);
    }
}
