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
 * Replaces what is in a directory by what is in another one, where the directory itself cannot be moved away.
 * Directories in it that stay are not removed and made anew, since neither can be done in every overlay.
 *
 * @param owner who owns the directories that are made
 */
record DirectoryExchange(FileOwner owner) {

    /** Until a directory gets its mode. */
    private static final FileAttribute<?> CLOSED =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    /** Leaves nothing of what was there but the source, where that is in it. */
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

    /** Returns whether there was anything to move. */
    private boolean fill(Path directory, Path source) throws IOException {
        List<Path> directories = new ArrayList<>();
        AtomicBoolean found = new AtomicBoolean();
        DirectoryEntries.each(source, entry -> {
            found.set(true);
            if (isDirectory(entry)) {
                directories.add(entry);
            } else {
                move(entry, in(directory, entry));
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

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    private void putDirectory(Path from, Path to) throws IOException {
        int mode = FileMode.of(from);
        FileMode.unlockDirectory(from); // one that is not writable cannot be moved to another directory
        if (isDirectory(to)) {
            FileMode.unlockDirectory(to);
            owner.give(to);
            replace(to, from);
        } else {
            moveOrMake(from, to);
        }
        FileMode.set(to, mode);
    }

    private void moveOrMake(Path from, Path to) throws IOException {
        try {
            move(from, to);
        } catch (AtomicMoveNotSupportedException e) {
            Files.createDirectory(to, CLOSED);
            owner.give(to);
            replace(to, from);
        }
    }
}
