package dev.restorer.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A folder directly below a trusted directory. Files in it are named by plain names, so nothing leaves it.
 *
 * <p>The folder is never entered through a symbolic link. Where the system can (Linux), it is held open, so that no
 * link put in its place afterwards leads elsewhere. Safe for use by many threads at once.
 */
public abstract sealed class ConfinedFolder implements AutoCloseable permits HeldFolder, NamedFolder {

    private final Path path;

    ConfinedFolder(Path path) {
        this.path = path;
    }

    /**
     * Opens a folder and makes it, and the directory above it, where it is not there.
     *
     * @param directory the trusted directory above; links that lead to it are followed
     * @param name the name of the folder
     * @return the folder, to be closed by the caller
     * @throws LinkedFolderException if the folder is a symbolic link
     * @throws NotDirectoryException if something else stands in its place
     * @throws IOException if it cannot be made or opened
     */
    public static ConfinedFolder make(Path directory, String name) throws IOException {
        Path path = directory.resolve(PlainName.require(name));
        Files.createDirectories(directory);
        try {
            Files.createDirectory(path);
        } catch (FileAlreadyExistsException e) {
            // As it should be, or told below what stands there.
        }
        return open(directory, name).orElseThrow(() -> new NoSuchFileException(path.toString()));
    }

    /**
     * Opens a folder if it is there.
     *
     * @param directory the trusted directory above; links that lead to it are followed
     * @param name the name of the folder
     * @return the folder, to be closed by the caller, or empty if there is none
     * @throws LinkedFolderException if the folder is a symbolic link
     * @throws NotDirectoryException if something else stands in its place
     * @throws IOException if it cannot be opened
     */
    public static Optional<ConfinedFolder> open(Path directory, String name) throws IOException {
        Path path = directory.resolve(PlainName.require(name));
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            requireNoFile(directory);
            return Optional.empty();
        }
        if (attributes.isSymbolicLink()) {
            throw new LinkedFolderException(path);
        }
        if (!attributes.isDirectory()) {
            throw new NotDirectoryException(path.toString());
        }
        ConfinedFolder held = HeldFolder.hold(directory, name);
        return Optional.of(held == null ? new NamedFolder(path) : held);
    }

    /**
     * Opens a trusted directory itself.
     *
     * @param directory the directory; links that lead to it are followed
     * @return the directory, to be closed by the caller, or empty if there is none
     * @throws NotDirectoryException if something else stands in its place
     * @throws IOException if it cannot be opened
     */
    public static Optional<ConfinedFolder> openTrusted(Path directory) throws IOException {
        requireNoFile(directory);
        if (!Files.exists(directory)) {
            return Optional.empty();
        }
        ConfinedFolder held = HeldFolder.hold(directory);
        return Optional.of(held == null ? new NamedFolder(directory) : held);
    }

    /** Newer JDKs say of a folder below a file that it is not there; older ones say why. */
    private static void requireNoFile(Path directory) throws IOException {
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            throw new NotDirectoryException(directory.toString());
        }
    }

    /**
     * Returns where the folder is.
     *
     * @return its path, to be shown
     */
    public final Path path() {
        return path;
    }

    /**
     * Replaces a file, or makes it. Whoever reads it meanwhile sees the old or the new one, whole; a symbolic link in
     * its place is replaced too. If it fails, the old one stays and nothing else is left behind.
     *
     * @param name the name of the file
     * @param content what it shall hold, from its position to its limit
     * @throws IOException if it cannot be written
     */
    public final void replace(String name, ByteBuffer content) throws IOException {
        PlainName.require(name);
        String temporary = HiddenName.next();
        boolean moved = false;
        try {
            write(temporary, content);
            move(temporary, name);
            moved = true;
        } finally {
            if (!moved) {
                deleteQuietly(temporary);
            }
        }
    }

    /**
     * Makes a file, in a folder that nobody looks into yet: until it is whole, it is there in part.
     *
     * @param name the name of the file
     * @param content what it shall hold, from its position to its limit
     * @throws IOException if something of that name is there, or it cannot be written
     */
    public final void create(String name, ByteBuffer content) throws IOException {
        write(PlainName.require(name), content);
    }

    private void write(String name, ByteBuffer content) throws IOException {
        try (SeekableByteChannel channel = channel(
                name, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS))) {
            while (content.hasRemaining()) {
                channel.write(content);
            }
        }
    }

    /**
     * Reads a regular file, and follows no symbolic link to it.
     *
     * @param name the name of the file
     * @param most how many bytes it may have
     * @return its content, or null if there is no file of that name
     * @throws IOException if it is no regular file, is larger, or cannot be read
     */
    public final byte @Nullable [] read(String name, int most) throws IOException {
        BasicFileAttributes attributes = attributes(PlainName.require(name));
        if (attributes == null) {
            return null;
        }
        if (!attributes.isRegularFile()) {
            throw new IOException("it is no regular file");
        }
        if (attributes.size() > most) {
            throw new IOException("it has " + attributes.size() + " bytes, more than the " + most + " that are read");
        }
        try (SeekableByteChannel channel = channel(name, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
            ByteBuffer content = ByteBuffer.allocate((int) attributes.size());
            while (content.hasRemaining() && channel.read(content) >= 0) {
                // Until it is full, or the file has ended early.
            }
            byte[] bytes = new byte[content.position()];
            content.flip().get(bytes);
            return bytes;
        }
    }

    /**
     * Returns the names of what is in the folder.
     *
     * @return the names, in no order
     * @throws IOException if it cannot be read
     */
    public abstract List<String> names() throws IOException;

    static List<String> names(DirectoryStream<Path> entries) throws IOException {
        List<String> names = new ArrayList<>();
        try {
            entries.forEach(entry -> names.add(entry.getFileName().toString()));
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return names;
    }

    private void deleteQuietly(String name) {
        try {
            delete(name);
        } catch (IOException e) {
            // It was never made, or what kept it from being written keeps it from being deleted too.
        }
    }

    /**
     * Returns what stands under a name, without following a link.
     *
     * @param name the name of a file
     * @return its attributes, or null if there is nothing of that name
     * @throws IOException if they cannot be read
     */
    public abstract @Nullable BasicFileAttributes attributes(String name) throws IOException;

    abstract SeekableByteChannel channel(String name, Set<? extends java.nio.file.OpenOption> options)
            throws IOException;

    abstract void move(String from, String to) throws IOException;

    /**
     * Moves a file into this folder, instead of one that stands there.
     *
     * @param file a file on the same disk
     * @param name its name here
     * @throws IOException if it cannot be moved
     */
    public abstract void moveIn(Path file, String name) throws IOException;

    abstract void delete(String name) throws IOException;

    @Override
    public abstract void close() throws IOException;
}
