package dev.restorer.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A trusted directory, or one below it. Files in it are named by single path elements, so no operation reaches a file
 * outside it.
 *
 * <p>A directory below a trusted one is never entered through a symbolic link. Where the system supports it (Linux), it
 * is held open, so that a link that replaces it afterwards has no effect. Safe for use by many threads at once.
 */
public abstract sealed class ConfinedDirectory implements AutoCloseable permits OpenDirectory, PathDirectory {

    private final Path path;
    private final FileOwner owner;
    private final DirectoryMounts mounts;

    ConfinedDirectory(Path path, FileOwner owner) {
        this.path = path;
        this.owner = owner;
        this.mounts = new DirectoryMounts(path);
    }

    /**
     * Returns the path of the directory.
     *
     * @return the path, for messages
     */
    public final Path path() {
        return path;
    }

    /** Returns the owner of new files in this directory. */
    final FileOwner owner() {
        return owner;
    }

    /**
     * Changes the owner of this directory and of all that is in it to the owner of new files, unless the directory
     * itself belongs to that owner already.
     *
     * @return the failure for the first entry whose owner cannot be changed, if any; the other entries are changed
     *     nevertheless
     * @throws OwnerException if the owner of the directory itself cannot be changed
     */
    public final Optional<OwnerException> giveToOwner() throws OwnerException {
        return owner.giveTree(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** Opens a directory in this one, which exists and is not a link. */
    abstract ConfinedDirectory below(String name) throws IOException;

    /**
     * Tells whether a directory in this one is on another device, as a mount point is. Then nothing can be moved
     * between the two.
     *
     * @param name the name
     * @return whether a directory of that name exists and is on another device
     */
    public final boolean isOnOtherDevice(String name) {
        return mounts.isOnOtherDevice(PlainName.require(name));
    }

    /** Tells whether something is mounted in a directory in this one, at any depth. The system is asked once. */
    final boolean hasMountPointIn(String name) {
        return mounts.hasMountPointIn(name);
    }

    /** Tells whether something is mounted at an entry of this directory. The system is asked once. */
    final boolean isMountPoint(String name) {
        return mounts.isMountPoint(name);
    }

    /**
     * Replaces or creates a file. A concurrent reader sees either the old or the new file, complete; a symbolic link is
     * replaced too. If this method fails, the old file remains and nothing else is left behind.
     *
     * <p>A regular file that is a mount point cannot be replaced. It is written in place and keeps its mode. Then a
     * reader may see an incomplete file, and a failure may leave one.
     *
     * @param name the name of the file
     * @param content its content, from the position to the limit of the buffer
     * @throws IOException if it cannot be written
     */
    public final void replace(String name, ByteBuffer content) throws IOException {
        new AtomicFiles(this).replace(PlainName.require(name), content);
    }

    /**
     * Replaces or creates a file as {@link #replace(String, ByteBuffer)} does. The mode of a regular file that is
     * replaced is kept; any other entry of that name is not replaced.
     *
     * @param name the name of the file
     * @param content its content, from the position to the limit of the buffer
     * @throws IOException if it cannot be written, or exists and is not a regular file
     */
    public final void replaceKeepingMode(String name, ByteBuffer content) throws IOException {
        new AtomicFiles(this).replaceKeepingMode(PlainName.require(name), content);
    }

    /**
     * Creates a file. A concurrent reader may see an incomplete file, so this method is for directories that are still
     * hidden.
     *
     * @param name the name of the file
     * @param content its content, from the position to the limit of the buffer
     * @throws IOException if the name exists already, or the file cannot be written
     */
    public final void create(String name, ByteBuffer content) throws IOException {
        new AtomicFiles(this).write(PlainName.require(name), content);
        owner.give(path.resolve(name));
    }

    /**
     * Reads a regular file. A symbolic link is not followed.
     *
     * @param name the name of the file
     * @param maxBytes the maximum size of the file, in bytes
     * @return its content, or null if there is no file of that name
     * @throws IOException if it is not a regular file, is larger than that, grows meanwhile, or cannot be read
     */
    public final byte @Nullable [] read(String name, int maxBytes) throws IOException {
        BasicFileAttributes attributes = attributes(PlainName.require(name));
        if (attributes == null) {
            return null;
        }
        if (!attributes.isRegularFile()) {
            throw new IOException("it is not a regular file");
        }
        // To open a pipe that replaces the file just now would wait for a writer. Java cannot open a file without
        // waiting, and a thread for each would cost more than to read it; concurrent processes that could do that are
        // trusted.
        try (SeekableByteChannel channel = channel(name, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
            return content(channel, maxBytes);
        }
    }

    /** The size is that of the open file, which may have replaced the one whose attributes were read. */
    private static byte[] content(SeekableByteChannel channel, int maxBytes) throws IOException {
        long size = channel.size();
        if (size > maxBytes) {
            throw new IOException("it has " + size + " bytes, more than the limit of " + maxBytes);
        }
        ByteBuffer content = ByteBuffer.allocate((int) size + 1);
        while (channel.read(content) >= 0) {
            if (!content.hasRemaining()) {
                throw new IOException("it grows while it is read");
            }
        }
        byte[] bytes = new byte[content.position()];
        content.flip().get(bytes);
        return bytes;
    }

    /**
     * Returns the names of the entries of the directory.
     *
     * @return the names, in no order
     * @throws IOException if it cannot be read
     */
    public abstract List<String> names() throws IOException;

    static List<String> names(DirectoryStream<Path> entries) throws IOException {
        List<String> names = new ArrayList<>();
        DirectoryEntries.forEach(entries, entry -> names.add(entry.getFileName().toString()));
        return names;
    }

    /**
     * Returns the attributes of an entry, without following a link.
     *
     * @param name the name of a file
     * @return its attributes, or null if there is no entry of that name
     * @throws IOException if they cannot be read
     */
    public abstract @Nullable BasicFileAttributes attributes(String name) throws IOException;

    abstract SeekableByteChannel channel(String name, Set<? extends OpenOption> options) throws IOException;

    abstract void move(String from, String to) throws IOException;

    /**
     * Moves a file into this directory, and replaces an existing file. A concurrent reader sees either the old or the
     * new file, complete. A mount point is written in place, as by {@link #replace(String, ByteBuffer)}.
     *
     * @param file the file, which may be on another device
     * @param name its name here
     * @throws IOException if it cannot be moved
     */
    public final void moveIn(Path file, String name) throws IOException {
        new AtomicFiles(this).moveIn(file, PlainName.require(name));
    }

    abstract void moveFrom(Path file, String name) throws IOException;

    abstract void delete(String name) throws IOException;

    @Override
    public abstract void close() throws IOException;
}
