package dev.restorer.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A directory that exists and cannot be moved away, such as a mount point or one with a mount point in it. Its entries
 * are replaced instead. A process that is killed meanwhile may leave a part of the new contents and a hidden directory
 * in it.
 */
public final class UnmovableDirectory implements AutoCloseable {

    private final ConfinedDirectory directory;

    /** The mode that the directory gets when this is closed. */
    private int mode;

    private UnmovableDirectory(ConfinedDirectory directory, int mode) {
        this.directory = directory;
        this.mode = mode;
    }

    static UnmovableDirectory open(ConfinedDirectory above, String name) throws IOException {
        Path path = above.path().resolve(PlainName.require(name));
        BasicFileAttributes attributes = above.attributes(name);
        if (attributes == null) {
            throw new NoSuchFileException(path.toString());
        }
        if (!attributes.isDirectory()) {
            throw new NotDirectoryException(path.toString());
        }
        int mode = FileMode.of(path);
        FileMode.grantOwnerAccess(path);
        return new UnmovableDirectory(above.below(name), mode);
    }

    /**
     * Returns the directory, in which new contents are written under a hidden name.
     *
     * @return the directory, which is closed with this object
     */
    public ConfinedDirectory directory() {
        return directory;
    }

    /** Checks that files can be moved here from another directory, which is not possible between two file systems. */
    void requireMovableFrom(ConfinedDirectory other) throws IOException {
        String name = HiddenName.next();
        Path here = directory.path().resolve(name);
        other.create(name, ByteBuffer.allocate(0));
        try {
            Files.move(other.path().resolve(name), here, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            other.delete(name);
            throw new UnmovableException(directory.path(), e);
        } catch (IOException e) {
            other.delete(name);
            throw new FileSystemException(directory.path().toString(), null, FileProblem.describe(e));
        }
        Files.delete(here);
    }

    /**
     * Replaces the entries of this directory by new contents, and takes over their mode.
     *
     * @param contents a hidden directory that was created in this one; it does not exist afterwards
     * @throws IOException if an entry of this directory cannot be removed, or the contents cannot be moved
     */
    public void replaceBy(HiddenDirectory contents) throws IOException {
        try {
            mode = FileMode.of(contents.path());
            FileMode.grantOwnerAccess(contents.path());
            new DirectoryExchange(directory.owner()).replace(directory.path(), contents.path());
            directory.owner().give(directory.path());
        } catch (IOException e) {
            contents.removeAfter(e);
            throw e;
        }
    }

    /** Sets the mode of the directory, unless it belongs to another user, as a mount point may. */
    @Override
    public void close() throws IOException {
        FileMode.setIfOwner(directory.path(), mode);
        directory.close();
    }
}
