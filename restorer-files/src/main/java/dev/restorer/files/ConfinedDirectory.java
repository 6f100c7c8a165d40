package dev.restorer.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A directory directly below a trusted directory. Files in it are named by plain names, so nothing leaves it.
 *
 * <p>The directory is never entered through a symbolic link. Where the system can (Linux), it is held open, so that no
 * link put in its place afterwards leads elsewhere. Safe for use by many threads at once.
 */
public abstract sealed class ConfinedDirectory implements AutoCloseable permits HeldDirectory, NamedDirectory {

    private static final Set<OpenOption> NEW =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

    private static final int COPIED_AT_ONCE = 1 << 16;

    private final Path path;
    private final FileOwner owner;

    /** The disk that it is on, once that was asked for. */
    private volatile @Nullable Object disk;

    ConfinedDirectory(Path path, FileOwner owner) {
        this.path = path;
        this.owner = owner;
    }

    /**
     * Opens a directory and makes it, and the directory above it, where it is not there. What is made belongs to the
     * user of this process.
     *
     * @param directory the trusted directory above; links that lead to it are followed
     * @param name the name of the directory
     * @return the directory, to be closed by the caller
     * @throws IOException as {@link TrustedDirectory#make} does
     */
    public static ConfinedDirectory make(Path directory, String name) throws IOException {
        return new TrustedDirectory(directory, FileOwner.process()).make(name);
    }

    /**
     * Opens a directory if it is there. What is made in it belongs to the user of this process.
     *
     * @param directory the trusted directory above; links that lead to it are followed
     * @param name the name of the directory
     * @return the directory, to be closed by the caller, or empty if there is none
     * @throws IOException as {@link TrustedDirectory#open(String)} does
     */
    public static Optional<ConfinedDirectory> open(Path directory, String name) throws IOException {
        return new TrustedDirectory(directory, FileOwner.process()).open(name);
    }

    /**
     * Opens a trusted directory itself. What is made in it belongs to the user of this process.
     *
     * @param directory the directory; links that lead to it are followed
     * @return the directory, to be closed by the caller, or empty if there is none
     * @throws IOException as {@link TrustedDirectory#open()} does
     */
    public static Optional<ConfinedDirectory> openTrusted(Path directory) throws IOException {
        return new TrustedDirectory(directory, FileOwner.process()).open();
    }

    /**
     * Returns where the directory is.
     *
     * @return its path, to be shown
     */
    public final Path path() {
        return path;
    }

    /** Who owns what is made here. */
    final FileOwner owner() {
        return owner;
    }

    /**
     * Gives this directory with all that is in it to the owner of what is made here, unless the directory itself
     * belongs to that owner already.
     *
     * @return the first entry in the directory that cannot be given, if any; the others are given all the same
     * @throws OwnerException if the directory itself cannot be given
     */
    public final Optional<OwnerException> giveToOwner() throws OwnerException {
        return owner.giveStanding(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** Opens a directory in this one, which is there and no link. */
    abstract ConfinedDirectory below(String name) throws IOException;

    /**
     * Tells whether what stands under a name is on another disk than this directory, as a directory is at which another
     * disk is mounted. Then nothing can be moved from one to the other.
     *
     * @param name the name
     * @return whether something stands there and is
     */
    public final boolean isOnOtherDisk(String name) {
        try {
            Map<String, Object> there = onDisk(path.resolve(PlainName.require(name)));
            if (!Boolean.TRUE.equals(there.get("isDirectory"))) {
                return false; // a file of a lower layer of an overlay may have a number of its own, and can be moved
            }
            Object here = disk;
            if (here == null) {
                here = Objects.requireNonNull(onDisk(path).get("dev"));
                disk = here;
            }
            return !here.equals(there.get("dev"));
        } catch (IOException e) {
            return false; // whoever goes on with what stands there is told what is wrong with it
        }
    }

    private static Map<String, Object> onDisk(Path path) throws IOException {
        return Files.readAttributes(path, "unix:dev,isDirectory", LinkOption.NOFOLLOW_LINKS);
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
        replace(PlainName.require(name), temporary -> write(temporary, content));
    }

    private void replace(String name, Making making) throws IOException {
        String temporary = HiddenName.next();
        boolean moved = false;
        try {
            making.make(temporary);
            owner.give(path.resolve(temporary));
            move(temporary, name);
            moved = true;
        } finally {
            if (!moved) {
                deleteQuietly(temporary);
            }
        }
    }

    /** Makes a file of a name. */
    private interface Making {
        void make(String name) throws IOException;
    }

    /**
     * Makes a file, in a directory that nobody looks into yet: until it is whole, it is there in part.
     *
     * @param name the name of the file
     * @param content what it shall hold, from its position to its limit
     * @throws IOException if something of that name is there, or it cannot be written
     */
    public final void create(String name, ByteBuffer content) throws IOException {
        write(PlainName.require(name), content);
        owner.give(path.resolve(name));
    }

    private void write(String name, ByteBuffer content) throws IOException {
        try (SeekableByteChannel channel = channel(name, NEW)) {
            write(channel, content);
        }
    }

    private static void write(SeekableByteChannel channel, ByteBuffer content) throws IOException {
        while (content.hasRemaining()) {
            channel.write(content);
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
     * Returns the names of what is in the directory.
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

    abstract SeekableByteChannel channel(String name, Set<? extends OpenOption> options) throws IOException;

    abstract void move(String from, String to) throws IOException;

    /**
     * Moves a file into this directory, instead of one that stands there. Whoever reads that meanwhile sees the old or
     * the new one, whole.
     *
     * @param file a file, on whatever disk
     * @param name its name here
     * @throws IOException if it cannot be moved
     */
    public final void moveIn(Path file, String name) throws IOException {
        PlainName.require(name);
        owner.give(file);
        try {
            take(file, name);
        } catch (AtomicMoveNotSupportedException e) {
            copyIn(file, name);
            Files.delete(file);
        }
    }

    private void copyIn(Path file, String name) throws IOException {
        try (FileChannel from = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            replace(name, temporary -> {
                try (SeekableByteChannel to = channel(temporary, NEW)) {
                    ByteBuffer bytes = ByteBuffer.allocate(COPIED_AT_ONCE);
                    while (from.read(bytes) >= 0) {
                        write(to, bytes.flip());
                        bytes.clear();
                    }
                }
                FileMode.set(path.resolve(temporary), FileMode.of(file));
            });
        }
    }

    abstract void take(Path file, String name) throws IOException;

    abstract void delete(String name) throws IOException;

    @Override
    public abstract void close() throws IOException;
}
