package dev.restorer.files;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/**
 * Removes a directory with all that is in it. Links in it are removed and not followed. An entry that cannot be removed
 * does not keep the others from being removed.
 */
public final class DirectoryTree {

    /**
     * How often a directory is listed at most: some file systems skip entries of a directory that changes meanwhile.
     */
    private static final int MAX_TRIES = 100;

    /** The maximum length of a path below the top: one more name may make the whole path too long for the system. */
    private static final int MAX_CHARACTERS = 1000;

    /** The maximum number of levels below the top: the system goes through all of them for each file. */
    private static final int MAX_LEVELS = 100;

    /**
     * How many directories are moved at most, so that this ends even if another process creates directories for ever.
     */
    private static final int MAX_MOVES = 100_000;

    private final Path top;

    /** The directories that were moved to the top, and are to be deleted there. */
    private final Deque<Path> moved = new ArrayDeque<>();

    private int movesLeft;

    private DirectoryTree(Path top, int maxMoves) {
        this.top = top;
        this.movesLeft = maxMoves;
    }

    /**
     * Deletes a directory, a file or a link. If that fails, all entries of the directory that can be deleted are gone.
     */
    public static void delete(Path path) throws IOException {
        delete(path, MAX_MOVES);
    }

    static void delete(Path path, int maxMoves) throws IOException {
        if (FileMode.grantOwnerAccess(path)) {
            new DirectoryTree(path, maxMoves).deleteDirectory(path);
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
        DirectoryTree tree = new DirectoryTree(directory, MAX_MOVES);
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
            deleteBelow(below, failure);
        }
        if (directory.equals(top)) {
            while (!moved.isEmpty()) {
                deleteBelow(moved.pop(), failure); // which may move more
            }
        }
        return found.get();
    }

    private void deleteBelow(Path directory, FirstFailure failure) {
        try {
            deleteDirectory(directory);
        } catch (IOException e) {
            failure.add(e);
        }
    }

    private boolean isTooDeep(Path directory) {
        return directory.toString().length() > top.toString().length() + MAX_CHARACTERS
                || directory.getNameCount() > top.getNameCount() + MAX_LEVELS;
    }

    /** Moves a directory up to the top directory, and returns whether that was possible. */
    private boolean isMovedToTop(Path directory) {
        if (movesLeft == 0) {
            return false;
        }
        Path target = top.resolve(HiddenName.next());
        try {
            Files.move(directory, target, StandardCopyOption.ATOMIC_MOVE);
            movesLeft--;
            moved.push(target);
            return true;
        } catch (IOException e) {
            return false; // it may still be possible to remove it where it is
        }
    }
}
