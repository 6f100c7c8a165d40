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
 * Replaces what is in a folder by what is in another one, where the folder itself cannot be moved away. Folders in it that
 * stay are not removed and made anew, since neither can be done in every overlay.
 *
 * @param owner who owns the folders that are made
 */
record FolderExchange(FileOwner owner) {

    /** Until a folder gets its mode. */
    private static final FileAttribute<?> CLOSED =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    /** Leaves nothing of what was there but the source, where that is in it. */
    void replace(Path folder, Path source) throws IOException {
        FolderTree.clear(folder, entry -> !entry.equals(source) && !staysIn(entry, source));
        for (int tries = 1; fill(folder, source); tries++) {
            FolderTree.requireFew(tries, source);
        }
        Files.delete(source);
    }

    private static boolean staysIn(Path entry, Path source) {
        return isFolder(entry) && isFolder(source.resolve(entry.getFileName()));
    }

    private static boolean isFolder(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** Returns whether there was anything to move. */
    private boolean fill(Path folder, Path source) throws IOException {
        List<Path> folders = new ArrayList<>();
        AtomicBoolean found = new AtomicBoolean();
        FolderEntries.each(source, entry -> {
            found.set(true);
            if (isFolder(entry)) {
                folders.add(entry);
            } else {
                move(entry, in(folder, entry));
            }
        });
        for (Path entry : folders) {
            putFolder(entry, in(folder, entry));
        }
        return found.get();
    }

    private static Path in(Path folder, Path entry) {
        return folder.resolve(entry.getFileName());
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    private void putFolder(Path from, Path to) throws IOException {
        int mode = FileMode.of(from);
        FileMode.unlockFolder(from); // one that is not writable cannot be moved to another folder
        if (isFolder(to)) {
            FileMode.unlockFolder(to);
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
