package dev.restorer.files;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/**
 * Removes folders with all that is in them, and never what a link in them leads to. What cannot be removed does not keep
 * the rest from being removed.
 */
final class FolderTree {

    /** Some file systems skip entries of a folder that changes while it is listed. */
    static final int MOST_TRIES = 100;

    private FolderTree() {}

    /** Deletes a folder, a file or a link. If that fails, as much of a folder as can be deleted is gone. */
    static void delete(Path path) throws IOException {
        if (FileMode.unlockFolder(path)) {
            deleteFolder(path);
        } else {
            Files.delete(path);
        }
    }

    private static void deleteFolder(Path folder) throws IOException {
        for (int tries = 1; !deleteOnceListed(folder); tries++) {
            requireFew(tries, folder);
        }
    }

    private static boolean deleteOnceListed(Path folder) throws IOException {
        FirstFailure failure = new FirstFailure();
        deleteEntries(folder, entry -> true, failure);
        try {
            // An empty folder can be deleted even by one who may not look into it.
            Files.delete(folder);
            return true;
        } catch (IOException e) {
            failure.throwIfAny();
            if (e instanceof DirectoryNotEmptyException) {
                return false;
            }
            throw e;
        }
    }

    /** Deletes a folder, or empties it at least, since a mount point cannot be deleted. */
    static void deleteOrClear(Path folder) throws IOException {
        FileMode.unlockFolder(folder);
        clear(folder, entry -> true);
        try {
            Files.delete(folder);
        } catch (IOException e) {
            // Empty as it is, nothing is left of it.
        }
    }

    /** Deletes what is in a folder. If that fails, as much of it as can be deleted is gone. */
    static void clear(Path folder, Predicate<Path> deleted) throws IOException {
        FirstFailure failure = new FirstFailure();
        for (int tries = 1; deleteEntries(folder, deleted, failure); tries++) {
            failure.throwIfAny();
            requireFew(tries, folder);
        }
        failure.throwIfAny();
    }

    static void requireFew(int tries, Path folder) throws IOException {
        if (tries == MOST_TRIES) {
            throw new DirectoryNotEmptyException(folder.toString());
        }
    }

    /** Returns whether there was anything to delete. */
    private static boolean deleteEntries(Path folder, Predicate<Path> deleted, FirstFailure failure) {
        // Each folder is closed before those below it are opened, so that depth costs no open files.
        List<Path> folders = new ArrayList<>();
        AtomicBoolean found = new AtomicBoolean();
        failure.attempt(() -> FolderEntries.each(folder, entry -> {
            if (deleted.test(entry)) {
                found.set(true);
                failure.attempt(() -> {
                    if (FileMode.unlockFolder(entry)) {
                        folders.add(entry);
                    } else {
                        Files.delete(entry);
                    }
                });
            }
        }));
        // No lambda: it would double the stack that a level takes, and there may be thousands.
        for (Path below : folders) {
            try {
                deleteFolder(below);
            } catch (IOException e) {
                failure.add(e);
            }
        }
        return found.get();
    }
}
