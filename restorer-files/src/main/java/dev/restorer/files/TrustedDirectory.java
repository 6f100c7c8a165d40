package dev.restorer.files;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * A directory whose path is trusted: links that lead to it are followed. Its entries are not trusted.
 *
 * @param path its path; the directory need not exist
 * @param owner the owner of this directory and of the directories in it if they are created here, and of new files in
 *     them
 */
public record TrustedDirectory(Path path, FileOwner owner) {

    /**
     * Creates an object for a directory in which new files and directories belong to the user of this process.
     *
     * @param path its path; the directory need not exist
     */
    public TrustedDirectory(Path path) {
        this(path, FileOwner.process());
    }

    /**
     * Creates the directory and those above it if they do not exist.
     *
     * @throws MissingDirectoryException if its path has ".." after a directory that does not exist
     * @throws NotDirectoryException if one of them exists and is not a directory
     * @throws IOException if it cannot be created
     */
    public void make() throws IOException {
        DefaultFileSystem.require(path);
        if (Files.isDirectory(path)) {
            return;
        }
        requireDirectoryAboveDots();
        try {
            owner.makeDirectory(path);
        } catch (FileAlreadyExistsException e) {
            IOException noDirectory = new NotDirectoryException(e.getFile());
            noDirectory.initCause(e);
            throw noDirectory;
        }
    }

    /**
     * For {@code missing/../directory}, the JDK would create {@code directory}, which the system then does not find by
     * this path.
     */
    private void requireDirectoryAboveDots() throws MissingDirectoryException {
        boolean dots = false;
        Path first = path;
        for (Path missing = path; missing != null && !Files.exists(missing); missing = missing.getParent()) {
            dots |= missing.endsWith("..");
            first = missing;
        }
        if (dots) {
            throw new MissingDirectoryException(first);
        }
    }

    /**
     * Opens a directory in this one, and creates both if they do not exist.
     *
     * @param name the name of the directory
     * @return the directory, to be closed by the caller
     * @throws LinkedDirectoryException if the directory is a symbolic link
     * @throws NotDirectoryException if it exists and is not a directory
     * @throws IOException if it cannot be created or opened
     */
    public ConfinedDirectory make(String name) throws IOException {
        Path directory = path.resolve(PlainName.require(name));
        make();
        try {
            Files.createDirectory(directory);
            owner.give(directory);
        } catch (FileAlreadyExistsException e) {
            // It is a directory, or open() reports that it is not.
        }
        return openExisting(name);
    }

    /**
     * Opens a directory in this one.
     *
     * @param name the name of the directory
     * @return the directory, to be closed by the caller
     * @throws NoSuchFileException if there is none
     * @throws LinkedDirectoryException if the directory is a symbolic link
     * @throws NotDirectoryException if it exists and is not a directory
     * @throws IOException if it cannot be opened
     */
    public ConfinedDirectory openExisting(String name) throws IOException {
        return open(name)
                .orElseThrow(() -> new NoSuchFileException(path.resolve(name).toString()));
    }

    /**
     * Opens a directory in this one if it exists.
     *
     * @param name the name of the directory
     * @return the directory, to be closed by the caller, or empty if there is none
     * @throws LinkedDirectoryException if the directory is a symbolic link
     * @throws NotDirectoryException if it exists and is not a directory
     * @throws IOException if it cannot be opened
     */
    public Optional<ConfinedDirectory> open(String name) throws IOException {
        DefaultFileSystem.require(path);
        Path directory = path.resolve(PlainName.require(name));
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(directory, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            requireDirectoryOrNothing();
            return Optional.empty();
        } catch (FileSystemException e) {
            requireDirectoryOrNothing();
            throw e;
        }
        if (attributes.isSymbolicLink()) {
            throw new LinkedDirectoryException(directory);
        }
        if (!attributes.isDirectory()) {
            throw new NotDirectoryException(directory.toString());
        }
        ConfinedDirectory held = OpenDirectory.hold(path, name, owner);
        return Optional.of(held == null ? new PathDirectory(directory, owner) : held);
    }

    /**
     * Opens this directory itself if it exists.
     *
     * @return the directory, to be closed by the caller, or empty if there is none
     * @throws NotDirectoryException if it exists and is not a directory
     * @throws IOException if it cannot be opened
     */
    public Optional<ConfinedDirectory> open() throws IOException {
        DefaultFileSystem.require(path);
        requireDirectoryOrNothing();
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        ConfinedDirectory held = OpenDirectory.hold(path, owner);
        return Optional.of(held == null ? new PathDirectory(path, owner) : held);
    }

    /**
     * For a directory below a file, newer JDKs report that it does not exist, and older ones the error of the system.
     */
    private void requireDirectoryOrNothing() throws IOException {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new NotDirectoryException(path.toString());
        }
    }

    /**
     * Changes the owner of the directory and of all that is in it, unless the directory itself belongs to the owner
     * already.
     *
     * @return the failure for the first entry whose owner cannot be changed, if any; the other entries are changed
     *     nevertheless
     * @throws OwnerException if the owner of the directory itself cannot be changed
     */
    public Optional<OwnerException> giveToOwner() throws OwnerException {
        return owner.giveTree(path);
    }
}
