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
 * A directory that is removed with all that is in it, and never what a link in it leads to. What cannot be removed does
 * not keep the rest from being removed.
 */
final class DirectoryTree {

    /** How often a directory is listed: some file systems skip entries of one that changes meanwhile. */
    private static final int MAX_TRIES = 100;

    /** With more characters below the top, a path with one more name may be longer than the system takes. */
    private static final int MAX_CHARACTERS = 1000;

    private final Path top;

    private DirectoryTree(Path top) {
        this.top = top;
    }

    /** Deletes a directory, a file or a link. If that fails, as much of a directory as can be deleted is gone. */
    static void delete(Path path) throws IOException {
        if (FileMode.unlockDirectory(path)) {
            new DirectoryTree(path).deleteDirectory(path);
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

    /** Deletes a directory, or empties it at least, since a mount point cannot be deleted. */
    static void deleteOrClear(Path directory) throws IOException {
        FileMode.unlockDirectory(directory);
        clear(directory, entry -> true);
        try {
            Files.delete(directory);
        } catch (IOException e) {
            // Empty as it is, nothing is left of it.
        }
    }

    /** Deletes what is in a directory. If that fails, as much of it as can be deleted is gone. */
    static void clear(Path directory, Predicate<Path> deleted) throws IOException {
        DirectoryTree tree = new DirectoryTree(directory);
        FirstFailure failure = new FirstFailure();
        for (int tries = 1; tree.deleteEntries(directory, deleted, failure); tries++) {
            failure.throwIfAny();
            requireFew(tries, directory);
        }
        failure.throwIfAny();
    }

    static void requireFew(int tries, Path directory) throws IOException {
        if (tries == MAX_TRIES) {
            throw new DirectoryNotEmptyException(directory.toString());
        }
    }

    private void deleteDirectory(Path directory) throws IOException {
        for (int tries = 1; !deleteOnceListed(directory); tries++) {
            requireFew(tries, directory);
        }
    }

    private boolean deleteOnceListed(Path directory) throws IOException {
        FirstFailure failure = new FirstFailure();
        deleteEntries(directory, entry -> true, failure);
        try {
            // An empty directory can be deleted even by one who may not look into it.
            Files.delete(directory);
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
    private boolean deleteEntries(Path directory, Predicate<Path> deleted, FirstFailure failure) {
        // Each directory is closed before those below it are opened, so that depth costs no open files.
        List<Path> directories = new ArrayList<>();
        AtomicBoolean found = new AtomicBoolean();
        failure.attempt(() -> DirectoryEntries.each(directory, entry -> {
            if (deleted.test(entry)) {
                found.set(true);
                failure.attempt(() -> {
                    if (!FileMode.unlockDirectory(entry)) {
                        Files.delete(entry);
                    } else if (!isTooDeep(entry) || !isRaised(entry)) {
                        directories.add(entry);
                    }
                });
            }
        }));
        // No lambda: it would double the stack that a level takes, and there may be thousands.
        for (Path below : directories) {
            try {
                deleteDirectory(below);
            } catch (IOException e) {
                failure.add(e);
            }
        }
        return found.get();
    }

    private boolean isTooDeep(Path directory) {
        return directory.toString().length() > top.toString().length() + MAX_CHARACTERS;
    }

    /** Moves a directory up to the top, which then has to be listed once more. */
    private boolean isRaised(Path directory) {
        try {
            Files.move(directory, top.resolve(HiddenName.next()), StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException e) {
            return false; // in its place it may yet be removed
        }
    }
}
