package dev.restorer.core.layersdir;

import dev.restorer.api.LayersDirectoryException;
import dev.restorer.api.Owner;
import dev.restorer.api.RestoreCancelledException;
import dev.restorer.files.Leftover;
import dev.restorer.files.OwnerException;
import dev.restorer.files.TrustedDirectory;
import dev.restorer.files.lock.DirectoryLock;
import dev.restorer.files.lock.NoLockException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The layers directory, which has a directory for each buildpack. Its path is trusted; its entries are not. */
public final class LayersDirectory {

    private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(5);

    private final Path path;
    private final Failures failures;
    private final TrustedDirectory directory;

    /**
     * Creates an object for a layers directory, which need not exist yet.
     *
     * @param path its path
     * @param owner the owner of new files in it, or null for the user of this process
     * @throws LayersDirectoryException if this process cannot give files to the owner
     */
    public LayersDirectory(Path path, @Nullable Owner owner) {
        this.path = path;
        failures = new Failures(path);
        try {
            directory = new TrustedDirectory(path, FileOwners.of(owner));
        } catch (OwnerException e) {
            throw failures.of(path, e);
        }
    }

    /**
     * Changes the owner of the directory and of all that is in it, unless the directory itself belongs to the owner
     * already.
     *
     * @return the failure for the first entry whose owner cannot be changed, if any; the other entries are changed
     *     nevertheless
     * @throws LayersDirectoryException if the owner of the directory itself cannot be changed
     */
    public Optional<OwnerException> giveToOwner() {
        try {
            return directory.giveToOwner();
        } catch (OwnerException e) {
            throw failures.of(path, e);
        }
    }

    /**
     * Creates the directory if it does not exist, and locks it as {@link #lock} does.
     *
     * @param waiting called again and again while it waits; an exception that it throws ends the waiting
     * @return the lock, to be closed by the caller
     * @throws NoLockException if the directory cannot be locked
     * @throws LayersDirectoryException if another restore still has it locked, or the directory cannot be created
     */
    public DirectoryLock makeAndLock(Runnable waiting) throws NoLockException {
        try {
            directory.make();
        } catch (IOException e) {
            throw failures.of(path, e);
        }
        return acquire(waiting);
    }

    /**
     * Locks the directory, and waits for a limited time if another restore has locked it.
     *
     * @param waiting called again and again while it waits; an exception that it throws ends the waiting
     * @return the lock, to be closed by the caller, or empty if the directory does not exist
     * @throws NoLockException if the directory cannot be locked
     * @throws LayersDirectoryException if another restore still has it locked
     */
    public Optional<DirectoryLock> lock(Runnable waiting) throws NoLockException {
        return Files.isDirectory(path) ? Optional.of(acquire(waiting)) : Optional.empty();
    }

    private DirectoryLock acquire(Runnable waiting) throws NoLockException {
        try {
            return DirectoryLock.acquire(path, directory.owner(), LOCK_TIMEOUT, waiting);
        } catch (NoLockException e) {
            throw e;
        } catch (IOException e) {
            throw failures.of(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RestoreCancelledException(path);
        }
    }

    /**
     * Returns the path of the directory of a buildpack, which need not exist.
     *
     * @param name its name, which must be safe, or null
     * @return its path, or null if there is no name
     */
    public @Nullable Path path(@Nullable String name) {
        return name == null ? null : path.resolve(name);
    }

    /**
     * Opens the directory of a buildpack, and creates it if it does not exist.
     *
     * @param name its name, which must be safe
     * @return the directory, to be closed by the caller
     * @throws LayersDirectoryException if it cannot be created or opened, or is a symbolic link
     */
    public BuildpackDirectory make(String name) {
        try {
            return new BuildpackDirectory(directory.make(name), path.resolve(name), failures);
        } catch (IOException e) {
            throw failures.of(path.resolve(name), e);
        }
    }

    /**
     * Opens the directory of a buildpack if it exists.
     *
     * @param name its name, which must be safe
     * @return the directory, to be closed by the caller
     * @throws LayersDirectoryException if it cannot be opened, or is a symbolic link
     */
    public Optional<BuildpackDirectory> open(String name) {
        try {
            return directory.open(name).map(confined -> new BuildpackDirectory(confined, path.resolve(name), failures));
        } catch (IOException e) {
            throw failures.of(path.resolve(name), e);
        }
    }

    /**
     * Creates a hidden directory for a buildpack that has no directory yet.
     *
     * @param name the name of the buildpack's directory, which must be safe
     * @return the hidden directory, or empty if an entry of that name exists
     * @throws LayersDirectoryException if it cannot be created
     */
    public Optional<HiddenBuildpackDirectory> createHidden(String name) {
        return HiddenBuildpackDirectory.create(directory, name, failures);
    }

    /**
     * Returns the names that the file system treats as equal to an earlier one. The first of equal names is not
     * returned.
     *
     * @param names the names, which must be safe
     * @param beforeEach called before each name; what it throws ends the trial
     * @return the names under which a file is found that was created with an earlier name
     * @throws LayersDirectoryException if a file cannot be created
     */
    public Set<String> namesEqualToEarlier(List<String> names, Runnable beforeEach) {
        try {
            return new NameTrial(directory).equalToEarlier(names, beforeEach);
        } catch (IOException e) {
            throw failures.of(path, e);
        }
    }

    /**
     * Removes the hidden entries of this restore, and those that a killed restore left behind.
     *
     * @return the first entry that cannot be removed, if any
     */
    public Optional<Leftover> removeHidden() {
        try (OpenedLayersDirectory opened = open().orElse(null)) {
            return opened == null ? Optional.empty() : opened.removeHidden();
        }
    }

    /**
     * Opens the layers directory itself if it exists.
     *
     * @return the directory, to be closed by the caller
     * @throws LayersDirectoryException if it cannot be opened
     */
    public Optional<OpenedLayersDirectory> open() {
        try {
            return directory.open().map(opened -> new OpenedLayersDirectory(opened, failures));
        } catch (IOException e) {
            throw failures.of(path, e);
        }
    }
}
