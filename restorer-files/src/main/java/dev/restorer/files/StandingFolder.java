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
 * A folder that stands in its place and cannot be moved away, such as a mount point. What is in it is replaced instead. A
 * process that is killed meanwhile may leave a part of the new contents, and a hidden folder among them.
 */
public final class StandingFolder implements AutoCloseable {

    private final ConfinedFolder folder;

    /** The mode that the folder gets in the end. */
    private int mode;

    private StandingFolder(ConfinedFolder folder, int mode) {
        this.folder = folder;
        this.mode = mode;
    }

    static StandingFolder open(ConfinedFolder above, String name) throws IOException {
        Path path = above.path().resolve(PlainName.require(name));
        BasicFileAttributes attributes = above.attributes(name);
        if (attributes == null) {
            throw new NoSuchFileException(path.toString());
        }
        if (!attributes.isDirectory()) {
            throw new NotDirectoryException(path.toString());
        }
        int mode = FileMode.of(path);
        FileMode.unlockFolder(path);
        return new StandingFolder(above.below(name), mode);
    }

    /**
     * Returns the folder, for new contents to be made hidden in it.
     *
     * @return the folder, open as long as this is
     */
    public ConfinedFolder folder() {
        return folder;
    }

    /** Checks that files can be moved here from another folder, which cannot be if only one of them is mounted. */
    void requireMovableFrom(ConfinedFolder other) throws IOException {
        String name = HiddenName.next();
        Path here = folder.path().resolve(name);
        other.create(name, ByteBuffer.allocate(0));
        try {
            Files.move(other.path().resolve(name), here, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            other.delete(name);
            throw new UnmovableException(folder.path(), e);
        } catch (IOException e) {
            other.delete(name);
            throw new FileSystemException(folder.path().toString(), null, FileProblem.words(e));
        }
        Files.delete(here);
    }

    /**
     * Replaces what is in this folder by contents, with their mode.
     *
     * @param contents a hidden folder that was made in this one; it is gone afterwards
     * @throws IOException if something in this folder cannot be removed, or the contents cannot be moved
     */
    public void replaceBy(HiddenFolder contents) throws IOException {
        try {
            mode = FileMode.of(contents.path());
            FileMode.unlockFolder(contents.path());
            new FolderExchange(folder.owner()).replace(folder.path(), contents.path());
            folder.owner().give(folder.path());
        } catch (IOException e) {
            contents.removeAfter(e);
            throw e;
        }
    }

    /** Sets the mode of the folder, unless it belongs to somebody else, as a mount point may. */
    @Override
    public void close() throws IOException {
        FileMode.setIfOwner(folder.path(), mode);
        folder.close();
    }
}
