package dev.restorer.core.layersdir;

import dev.restorer.api.LayersDirectoryException;
import dev.restorer.api.Owner;
import dev.restorer.api.RestoreCancelledException;
import dev.restorer.files.ConfinedDirectory;
import dev.restorer.files.DirectoryLock;
import dev.restorer.files.FileOwner;
import dev.restorer.files.HiddenDirectory;
import dev.restorer.files.Leftover;
import dev.restorer.files.NoLockException;
import dev.restorer.files.OwnerException;
import dev.restorer.files.TrustedDirectory;
import dev.restorer.files.WholeDirectories;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The directory that holds a directory a buildpack. It is trusted; what stands in it is not. */
public final class LayersDirectory {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Path path;
    private final TrustedDirectory directory;

    /**
     * Names a layers directory, which need not be there yet.
     *
     * @param path its path
     * @param owner who owns what is made in it, or null for the user of this process
     * @throws LayersDirectoryException if this process cannot give files to the owner
     */
    public LayersDirectory(Path path, @Nullable Owner owner) {
        this.path = path;
        try {
            directory = new TrustedDirectory(
                    path, owner == null ? FileOwner.process() : FileOwner.of(owner.uid(), owner.gid()));
        } catch (OwnerException e) {
            throw Failures.of(path, e);
        }
    }

    /**
     * Gives what stands here to the owner, unless the directory itself belongs to the owner already.
     *
     * @return the first entry that cannot be given, if any; the others are given all the same
     * @throws LayersDirectoryException if the directory itself cannot be given
     */
    public Optional<OwnerException> giveToOwner() {
        try {
            return directory.giveToOwner();
        } catch (OwnerException e) {
            throw Failures.of(path, e);
        }
    }

    /**
     * Keeps the directory for one restore, and waits a while for another one that works there.
     *
     * @param make whether the directory is made if it is not there
     * @return the lock, to be closed at the end, or empty if there is no directory
     * @throws NoLockException if nothing can be locked there
     * @throws LayersDirectoryException if another restore works there for longer, or the directory cannot be made
     */
    public Optional<DirectoryLock> lock(boolean make) throws NoLockException {
        try {
            if (make) {
                directory.make();
            }
            return Files.isDirectory(path)
                    ? Optional.of(DirectoryLock.acquire(path, directory.owner(), PATIENCE))
                    : Optional.empty();
        } catch (NoLockException e) {
            throw e;
        } catch (IOException e) {
            throw Failures.of(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RestoreCancelledException(path);
        }
    }

    /**
     * Returns where the directory of a buildpack is, or would be.
     *
     * @param name its name, which is safe, or null
     * @return its path, or null if there is no name
     */
    public @Nullable Path path(@Nullable String name) {
        return name == null ? null : path.resolve(name);
    }

    /**
     * Opens the directory of a buildpack, and makes it where it is not there.
     *
     * @param name its name, which is safe
     * @return the directory, to be closed by the caller
     * @throws LayersDirectoryException if it cannot be made or opened, or is a symbolic link
     */
    public BuildpackDirectory make(String name) {
        try {
            return new BuildpackDirectory(directory.make(name), path.resolve(name));
        } catch (IOException e) {
            throw Failures.of(path.resolve(name), e);
        }
    }

    /**
     * Opens the directory of a buildpack if it is there.
     *
     * @param name its name, which is safe
     * @return the directory, to be closed by the caller
     * @throws LayersDirectoryException if it cannot be opened, or is a symbolic link
     */
    public Optional<BuildpackDirectory> open(String name) {
        try {
            return directory.open(name).map(dir -> new BuildpackDirectory(dir, path.resolve(name)));
        } catch (IOException e) {
            throw Failures.of(path.resolve(name), e);
        }
    }

    /**
     * Makes a directory for a buildpack that has none, beside its place.
     *
     * @param name its name, which is safe
     * @return the directory, or empty if something stands in its place already
     * @throws LayersDirectoryException if it cannot be made
     */
    public Optional<HiddenDirectory> makeBeside(String name) {
        try {
            directory.make();
            try (ConfinedDirectory opened = directory.open().orElseThrow()) {
                return opened.attributes(name) == null
                        ? Optional.of(new WholeDirectories(opened).makeHidden())
                        : Optional.empty();
            }
        } catch (IOException e) {
            throw Failures.of(path.resolve(name), e);
        }
    }

    /**
     * Asks the file system whether it takes two names for one.
     *
     * @param one a name, which is safe
     * @param other another one
     * @return whether a file with the one name is found under the other
     * @throws LayersDirectoryException if that cannot be tried
     */
    public boolean takesForOne(String one, String other) {
        try {
            directory.make();
            try (ConfinedDirectory opened = directory.open().orElseThrow()) {
                HiddenDirectory hidden = new WholeDirectories(opened).makeHidden();
                try (ConfinedDirectory trial = directory.make(hidden.name())) {
                    trial.create(one, ByteBuffer.allocate(0));
                    return trial.attributes(other) != null;
                } finally {
                    new WholeDirectories(opened).remove(hidden.name());
                }
            }
        } catch (IOException e) {
            throw Failures.of(path, e);
        }
    }

    /**
     * Opens a directory that was made beside its place.
     *
     * @param hidden the directory
     * @param name the name of the buildpack's directory that it will be
     * @return the directory, to be closed by the caller
     */
    public BuildpackDirectory open(HiddenDirectory hidden, String name) {
        try {
            return new BuildpackDirectory(directory.make(hidden.name()), path.resolve(name));
        } catch (IOException e) {
            throw Failures.of(path.resolve(name), e);
        }
    }

    /**
     * Puts a directory that was filled into its place.
     *
     * @param hidden the directory
     * @param name the name of its place
     * @throws LayersDirectoryException if something has come to stand there
     */
    public void appear(HiddenDirectory hidden, String name) {
        try (ConfinedDirectory opened = directory.open().orElseThrow()) {
            new WholeDirectories(opened).appear(hidden, name);
        } catch (IOException e) {
            throw Failures.of(path.resolve(name), e);
        }
    }

    /**
     * Removes what is hidden, of this restore or of one that was killed.
     *
     * @return the first thing that cannot be removed, if any
     */
    public Optional<Leftover> removeHidden() {
        try (LayerFiles opened = openTrusted().orElse(null)) {
            return opened == null ? Optional.empty() : opened.removeHidden();
        }
    }

    /**
     * Opens the directory itself if it is there.
     *
     * @return the directory, to be closed by the caller
     * @throws LayersDirectoryException if it cannot be opened
     */
    public Optional<LayerFiles> openTrusted() {
        try {
            return directory.open().map(LayerFiles::new);
        } catch (IOException e) {
            throw Failures.of(path, e);
        }
    }
}
