package dev.restorer.files;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/**
 * A folder that is removed with all that is in it, and never what a link in it leads to. What cannot be removed does not
 * keep the rest from being removed.
 */
final class FolderTree {

    /** How often a folder is listed: some file systems skip entries of one that changes meanwhile. */
    private static final int MAX_TRIES = 100;

    /** With more characters below the top, a path with one more name may be longer than the system takes. */
    private static final int MAX_CHARACTERS = 1000;

    private final Path top;

    private FolderTree(Path top) {
        this.top = top;
    }

    /** Deletes a folder, a file or a link. If that fails, as much of a folder as can be deleted is gone. */
    static void delete(Path path) throws IOException {
        if (FileMode.unlockFolder(path)) {
            new FolderTree(path).deleteFolder(path);
        } else {
            Files.delete(path);
        }
    }

    /** Deletes what is there, if anything, and returns what cannot be. */
    static Optional<Leftover> remove(Path path) {
        try {
            delete(path);
            return Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(new Leftover(path, e));
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
        FolderTree tree = new FolderTree(folder);
        FirstFailure failure = new FirstFailure();
        for (int tries = 1; tree.deleteEntries(folder, deleted, failure); tries++) {
            failure.throwIfAny();
            requireFew(tries, folder);
        }
        failure.throwIfAny();
    }

    static void requireFew(int tries, Path folder) throws IOException {
        if (tries == MAX_TRIES) {
            throw new DirectoryNotEmptyException(folder.toString());
        }
    }

    private void deleteFolder(Path folder) throws IOException {
        for (int tries = 1; !deleteOnceListed(folder); tries++) {
            requireFew(tries, folder);
        }
    }

    private boolean deleteOnceListed(Path folder) throws IOException {
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

    /** Returns whether there was anything to delete. */
    private boolean deleteEntries(Path folder, Predicate<Path> deleted, FirstFailure failure) {
        // Each folder is closed before those below it are opened, so that depth costs no open files.
        List<Path> folders = new ArrayList<>();
        AtomicBoolean found = new AtomicBoolean();
        failure.attempt(() -> FolderEntries.each(folder, entry -> {
            if (deleted.test(entry)) {
                found.set(true);
                failure.attempt(() -> {
                    if (!FileMode.unlockFolder(entry)) {
                        Files.delete(entry);
                    } else if (!isTooDeep(entry) || !isRaised(entry)) {
                        folders.add(entry);
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

    private boolean isTooDeep(Path folder) {
        return folder.toString().length() > top.toString().length() + MAX_CHARACTERS;
    }

    /** Moves a folder up to the top, which then has to be listed once more. */
    private boolean isRaised(Path folder) {
        try {
            Files.move(folder, top.resolve(HiddenName.next()), StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException e) {
            return false; // in its place it may yet be removed
        }
    }
}
