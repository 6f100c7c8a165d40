package dev.restorer.files;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.OptionalLong;

/**
 * A file that is locked, with the number of the process that did it. Whatever has its name may have been put there by
 * anybody: no link is followed, no pipe opened, and nothing but a number is taken from it.
 */
final class LockFile implements AutoCloseable {

    /** So that what another user's killed process left is no hindrance either. */
    private static final int FOR_ALL = 0666;

    private static final int MAX_BYTES = 64;

    private final Path path;
    private final FileChannel locked;

    /** The same file as it is found by its path. A process that closes a file anywhere loses its lock on it. */
    private final FileChannel found;

    private LockFile(Path path, FileChannel locked, FileChannel found) {
        this.path = path;
        this.locked = locked;
        this.found = found;
    }

    /**
     * Locks a file, which is made if it is not there.
     *
     * @throws DirectoryInUseException if another process has it locked, or has just removed it
     * @throws NoLockException if it cannot be opened or locked here
     */
    static LockFile open(Path path, FileOwner owner) throws IOException {
        clearTheWay(path);
        FileChannel channel = channel(path);
        LockFile file = null;
        try {
            lock(channel, path);
            file = new LockFile(path, channel, inPlace(path));
        } finally {
            if (file == null) {
                channel.close();
            }
        }
        file.begin(owner);
        return file;
    }

    /** Writes whose it is. Where that cannot be done the file goes again, as it does at the end. */
    private void begin(FileOwner owner) throws IOException {
        boolean begun = false;
        try {
            write(ProcessHandle.current().pid() + "\n", locked);
            owner.give(path);
            FileMode.setIfOwner(path, FOR_ALL);
            begun = true;
        } finally {
            if (!begun) {
                close();
            }
        }
    }

    /** Removes what is no lock file. One with a second name may be anybody's file, and would be written to. */
    private static void clearTheWay(Path path) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class, NOFOLLOW_LINKS);
            if (!attributes.isRegularFile() || names(path) > 1) {
                DirectoryTree.delete(path);
            }
        } catch (NoSuchFileException e) {
            // Nothing is in the way.
        }
    }

    private static int names(Path path) throws IOException {
        try {
            return (int) Files.getAttribute(path, "unix:nlink", NOFOLLOW_LINKS);
        } catch (UnsupportedOperationException e) {
            return 1; // not told by this system
        }
    }

    /** Opens the file, also where its mode forbids that to its owner. */
    private static FileChannel channel(Path path) throws IOException {
        try {
            return opened(path);
        } catch (AccessDeniedException e) {
            try {
                FileMode.setIfOwner(path, FOR_ALL);
                return opened(path);
            } catch (AccessDeniedException again) {
                throw new NoLockException(again);
            }
        } catch (FileSystemException e) {
            throw "Read-only file system".equals(e.getReason()) ? new NoLockException(e) : e;
        }
    }

    private static FileChannel opened(Path path) throws IOException {
        return FileChannel.open(path, CREATE, READ, WRITE, NOFOLLOW_LINKS);
    }

    private static void lock(FileChannel channel, Path path) throws IOException {
        try {
            if (channel.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException e) {
            // By this process, where this class is loaded twice.
        } catch (ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            throw new NoLockException(e);
        }
        throw new DirectoryInUseException(path, process(read(channel)));
    }

    /**
     * Opens the file once more by its path. Whoever had it locked before removed it, so what was locked may have no name any
     * more, and another file may have it.
     */
    private static FileChannel inPlace(Path path) throws IOException {
        FileChannel found = found(path);
        boolean isSame = false;
        try {
            isSame = isLockedHere(found);
            if (!isSame) {
                throw new DirectoryInUseException(path, process(read(found)));
            }
            return found;
        } finally {
            if (!isSame) {
                found.close();
            }
        }
    }

    /** A JVM refuses a second lock on one file, by whatever channel. */
    private static boolean isLockedHere(FileChannel found) throws IOException {
        try {
            found.tryLock(0, Long.MAX_VALUE, true);
            return false;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }

    private static FileChannel found(Path path) throws IOException {
        try {
            return FileChannel.open(path, READ, NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            throw new DirectoryInUseException(path, OptionalLong.empty());
        }
    }

    private static void write(String text, FileChannel channel) throws IOException {
        channel.truncate(0);
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(US_ASCII));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(MAX_BYTES);
        while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) >= 0) {
            // Until it is full, or the file has ended.
        }
        return new String(bytes.array(), 0, bytes.position(), US_ASCII);
    }

    private static OptionalLong process(String text) {
        try {
            long number = Long.parseLong(text, 0, text.indexOf('\n'), 10);
            return number > 0 ? OptionalLong.of(number) : OptionalLong.empty();
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            return OptionalLong.empty();
        }
    }

    /** Removes it while it is locked, so that nobody else's is removed. */
    @Override
    public void close() {
        try (locked;
                found) {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // One that is left is no hindrance.
        }
    }
}
