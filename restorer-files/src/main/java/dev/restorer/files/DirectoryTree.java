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
 * Removes a directory with all that is in it. Links in it are removed and not followed. An entry that cannot be removed
 * does not keep the others from being removed.
 */
final class DirectoryTree {

    /**
     * How often a directory is listed at most: some file systems skip entries of a directory that changes meanwhile.
     */
    private static final int MAX_TRIES = 100;

    /** The maximum length of a path below the top: one more name may make the whole path too long for the system. */
    private static final int MAX_CHARACTERS = 1000;

    private final Path top;

    private DirectoryTree(Path top) {
        this.top = top;
    }

    /**
     * Deletes a directory, a file or a link. If that fails, all entries of the directory that can be deleted are gone.
     */
    static void delete(Path path) throws IOException {
        if (FileMode.grantOwnerAccess(path)) {
            new DirectoryTree(path).deleteDirectory(path);
        } else {
            Files.delete(path);
        }
    }

    /** Deletes a path if it exists, and returns what could not be deleted. */
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

    /** Deletes a directory, or only its entries if it is a mount point, which cannot be deleted. */
    static void deleteOrClear(Path directory) throws IOException {
        FileMode.grantOwnerAccess(directory);
        clear(directory, entry -> true);
        try {
            Files.delete(directory);
        } catch (IOException e) {
            // The directory is empty, which is enough.
        }
    }

    /** Deletes the entries of a directory that match. If that fails, all entries that can be deleted are gone. */
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
            // An empty directory can be deleted even by a user who may not list it.
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

    /** Deletes the entries, and returns whether there were any. */
    private boolean deleteEntries(Path directory, Predicate<Path> deleted, FirstFailure failure) {
        // Each directory is closed before those below it are opened, so that depth needs no open files.
        List<Path> directories = new ArrayList<>();
        AtomicBoolean found = new AtomicBoolean();
        failure.attempt(() -> DirectoryEntries.forEach(directory, entry -> {
            if (deleted.test(entry)) {
                found.set(true);
                failure.attempt(() -> {
                    if (!FileMode.grantOwnerAccess(entry)) {
                        Files.delete(entry);
                    } else if (!isTooDeep(entry) || !isMovedToTop(entry)) {
                        directories.add(entry);
                    }
                });
            }
        }));
        // A loop instead of a lambda, which would double the stack for each of possibly thousands of levels.
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

    /**
     * Moves a directory up to the top directory, which must then be listed again. Returns whether that was possible.
     */
    private boolean isMovedToTop(Path directory) {
        try {
            Files.move(directory, top.resolve(HiddenName.next()), StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException e) {
            return false; // it may still be possible to remove it where it is
        }
    }
}
