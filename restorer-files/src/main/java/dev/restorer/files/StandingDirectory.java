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
 * A directory that stands in its place and cannot be moved away, such as a mount point. What is in it is replaced
 * instead. A process that is killed meanwhile may leave a part of the new contents, and a hidden directory among them.
 */
public final class StandingDirectory implements AutoCloseable {

    private final ConfinedDirectory directory;

    /** The mode that the directory gets in the end. */
    private int mode;

    private StandingDirectory(ConfinedDirectory directory, int mode) {
        this.directory = directory;
        this.mode = mode;
    }

    static StandingDirectory open(ConfinedDirectory above, String name) throws IOException {
        Path path = above.path().resolve(PlainName.require(name));
        BasicFileAttributes attributes = above.attributes(name);
        if (attributes == null) {
            throw new NoSuchFileException(path.toString());
        }
        if (!attributes.isDirectory()) {
            throw new NotDirectoryException(path.toString());
        }
        int mode = FileMode.of(path);
        FileMode.unlockDirectory(path);
        return new StandingDirectory(above.below(name), mode);
    }

    /**
     * Returns the directory, for new contents to be made hidden in it.
     *
     * @return the directory, open as long as this is
     */
    public ConfinedDirectory directory() {
        return directory;
    }

    /** Checks that files can be moved here from another directory, which cannot be if only one of them is mounted. */
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
     * Replaces what is in this directory by contents, with their mode.
     *
     * @param contents a hidden directory that was made in this one; it is gone afterwards
     * @throws IOException if something in this directory cannot be removed, or the contents cannot be moved
     */
    public void replaceBy(HiddenDirectory contents) throws IOException {
        try {
            mode = FileMode.of(contents.path());
            FileMode.unlockDirectory(contents.path());
            new DirectoryExchange(directory.owner()).replace(directory.path(), contents.path());
            directory.owner().give(directory.path());
        } catch (IOException e) {
            contents.removeAfter(e);
            throw e;
        }
    }

    /** Sets the mode of the directory, unless it belongs to somebody else, as a mount point may. */
    @Override
    public void close() throws IOException {
        FileMode.setIfOwner(directory.path(), mode);
        directory.close();
    }
}
