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
 * A directory whose path is trusted: links that lead to it are followed. What stands in it is not.
 *
 * @param path its path; it need not be there
 * @param owner who owns the directory and the directories in it where they are made here, and all that is made in these
 */
public record TrustedDirectory(Path path, FileOwner owner) {

    /**
     * Makes the directory, and those above it, where they are not there.
     *
     * @throws NotDirectoryException if something else stands in the place of one of them
     * @throws IOException if it cannot be made
     */
    public void make() throws IOException {
        try {
            owner.makeDirectory(path);
        } catch (FileAlreadyExistsException e) {
            IOException noDirectory = new NotDirectoryException(e.getFile());
            noDirectory.initCause(e);
            throw noDirectory;
        }
    }

    /**
     * Opens a directory and makes it, and this directory, where it is not there.
     *
     * @param name the name of the directory
     * @return the directory, to be closed by the caller
     * @throws LinkedDirectoryException if the directory is a symbolic link
     * @throws NotDirectoryException if something else stands in its place
     * @throws IOException if it cannot be made or opened
     */
    public ConfinedDirectory make(String name) throws IOException {
        Path directory = path.resolve(PlainName.require(name));
        make();
        try {
            Files.createDirectory(directory);
            owner.give(directory);
        } catch (FileAlreadyExistsException e) {
            // As it should be, or told below what stands there.
        }
        return open(name).orElseThrow(() -> new NoSuchFileException(directory.toString()));
    }

    /**
     * Opens a directory if it is there.
     *
     * @param name the name of the directory
     * @return the directory, to be closed by the caller, or empty if there is none
     * @throws LinkedDirectoryException if the directory is a symbolic link
     * @throws NotDirectoryException if something else stands in its place
     * @throws IOException if it cannot be opened
     */
    public Optional<ConfinedDirectory> open(String name) throws IOException {
        Path directory = path.resolve(PlainName.require(name));
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(directory, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            requireNoFile();
            return Optional.empty();
        } catch (FileSystemException e) {
            requireNoFile();
            throw e;
        }
        if (attributes.isSymbolicLink()) {
            throw new LinkedDirectoryException(directory);
        }
        if (!attributes.isDirectory()) {
            throw new NotDirectoryException(directory.toString());
        }
        ConfinedDirectory held = HeldDirectory.hold(path, name, owner);
        return Optional.of(held == null ? new NamedDirectory(directory, owner) : held);
    }

    /**
     * Opens the directory itself.
     *
     * @return the directory, to be closed by the caller, or empty if there is none
     * @throws NotDirectoryException if something else stands in its place
     * @throws IOException if it cannot be opened
     */
    public Optional<ConfinedDirectory> open() throws IOException {
        requireNoFile();
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        ConfinedDirectory held = HeldDirectory.hold(path, owner);
        return Optional.of(held == null ? new NamedDirectory(path, owner) : held);
    }

    /** Of a directory below a file newer JDKs say that it is not there, and older ones what the system says. */
    private void requireNoFile() throws IOException {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new NotDirectoryException(path.toString());
        }
    }

    /**
     * Gives the directory with all that is in it to the owner, unless the directory itself belongs to the owner
     * already.
     *
     * @return the first entry that cannot be given, if any; the others are given all the same
     * @throws OwnerException if the directory itself cannot be given
     */
    public Optional<OwnerException> giveToOwner() throws OwnerException {
        return owner.giveStanding(path);
    }
}
