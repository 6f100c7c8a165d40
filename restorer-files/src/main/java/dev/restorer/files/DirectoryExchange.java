package dev.restorer.files;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Replaces the content of a directory by that of another one, where the directory itself cannot be moved away.
 * Subdirectories that both have are kept and filled, since not every overlay allows them to be removed and created
 * again.
 *
 * @param owner the owner of new directories
 */
record DirectoryExchange(FileOwner owner) {

    /** The mode of a new directory until its own mode is set. */
    private static final FileAttribute<?> CLOSED =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    /** Replaces the content of a directory. The source, which may be in that directory, is gone afterwards. */
    void replace(Path directory, Path source) throws IOException {
        DirectoryTree.clear(directory, entry -> !entry.equals(source) && !staysIn(entry, source));
        for (int tries = 1; fill(directory, source); tries++) {
            DirectoryTree.requireFew(tries, source);
        }
        Files.delete(source);
    }

    private static boolean staysIn(Path entry, Path source) {
        return isDirectory(entry) && isDirectory(source.resolve(entry.getFileName()));
    }

    private static boolean isDirectory(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** Moves the entries, and returns whether there were any. */
    private boolean fill(Path directory, Path source) throws IOException {
        List<Path> directories = new ArrayList<>();
        AtomicBoolean found = new AtomicBoolean();
        DirectoryEntries.forEach(source, entry -> {
            found.set(true);
            if (isDirectory(entry)) {
                directories.add(entry);
            } else {
                Files.move(entry, in(directory, entry)); // or copied, if a subdirectory is a mount point
            }
        });
        for (Path entry : directories) {
            putDirectory(entry, in(directory, entry));
        }
        return found.get();
    }

    private static Path in(Path directory, Path entry) {
        return directory.resolve(entry.getFileName());
    }

    private void putDirectory(Path from, Path to) throws IOException {
        int mode = FileMode.of(from);
        FileMode.grantOwnerAccess(from); // a directory that is not writable cannot be moved to another directory
        if (isDirectory(to)) {
            FileMode.grantOwnerAccess(to);
            owner.give(to);
            replace(to, from);
            setMode(to, mode, from);
        } else {
            moveOrMake(from, to);
            FileMode.set(to, mode);
        }
    }

    /** A mount point may belong to another user, and then keeps its mode. */
    private static void setMode(Path to, int mode, Path from) throws IOException {
        try {
            FileMode.set(to, mode);
        } catch (IOException e) {
            if (Files.getOwner(to).equals(Files.getOwner(from))) {
                throw e;
            }
        }
    }

    private void moveOrMake(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.createDirectory(to, CLOSED);
            owner.give(to);
            replace(to, from);
        }
    }
}
