package dev.restorer.files.lock;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.restorer.files.DirectoryTree;
import dev.restorer.files.FileMode;
import dev.restorer.files.FileOwner;
import java.io.IOException;
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
 * A lock file that contains the id of the process that locked it. A file of this name is not trusted: no link is
 * followed, no pipe is waited for, and only a number is read from it.
 */
final class LockFile implements AutoCloseable {

    /** Everybody may write to the file, so that a file of another user's killed process can be locked again. */
    private static final int READ_WRITE_ALL = 0666;

    private final Path path;
    private final FileChannel locked;

    /** The same file, opened again by its path. It stays open, since closing it would release the lock. */
    private final FileChannel byPath;

    private LockFile(Path path, FileChannel locked, FileChannel byPath) {
        this.path = path;
        this.locked = locked;
        this.byPath = byPath;
    }

    /**
     * Locks the file, and creates it if it does not exist.
     *
     * @throws DirectoryInUseException if another process has locked it, or has just removed it
     * @throws NoLockException if it cannot be opened or locked
     */
    static LockFile open(Path path, FileOwner owner) throws IOException {
        removeUnlessLockFile(path);
        FileChannel channel = channel(path);
        LockFile file = null;
        try {
            lock(channel, path);
            file = new LockFile(path, channel, requireInPlace(path));
        } finally {
            if (file == null) {
                channel.close();
            }
        }
        file.writeProcess(owner);
        return file;
    }

    /** Writes the id of this process. If that fails, the file is removed. */
    private void writeProcess(FileOwner owner) throws IOException {
        boolean written = false;
        try {
            ProcessId.writeOwn(locked);
            owner.give(path);
            FileMode.setIfOwner(path, READ_WRITE_ALL);
            written = true;
        } finally {
            if (!written) {
                close();
            }
        }
    }

    /**
     * Removes anything that is not a lock file. A file with several hard links may be another file, which must not be
     * written to.
     */
    private static void removeUnlessLockFile(Path path) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class, NOFOLLOW_LINKS);
            if (!attributes.isRegularFile() || linkCount(path) > 1) {
                DirectoryTree.delete(path);
            }
        } catch (NoSuchFileException e) {
            // There is no file yet.
        }
    }

    private static int linkCount(Path path) throws IOException {
        try {
            return (int) Files.getAttribute(path, "unix:nlink", NOFOLLOW_LINKS);
        } catch (UnsupportedOperationException e) {
            return 1; // not supported by this system
        }
    }

    /** Opens the file, and changes its mode if that forbids it. */
    private static FileChannel channel(Path path) throws IOException {
        try {
            return openOrCreate(path);
        } catch (AccessDeniedException e) {
            try {
                FileMode.setIfOwner(path, READ_WRITE_ALL);
                return openOrCreate(path);
            } catch (AccessDeniedException again) {
                throw new NoLockException(again);
            }
        } catch (FileSystemException e) {
            throw isReadOnly(path.resolveSibling("."), e) ? new NoLockException(e) : e;
        }
    }

    /** Asks the system, since its message may be in any language. */
    private static boolean isReadOnly(Path directory, FileSystemException failure) {
        return failure.getClass() == FileSystemException.class
                && Files.isDirectory(directory)
                && !Files.isWritable(directory);
    }

    private static FileChannel openOrCreate(Path path) throws IOException {
        return FileChannel.open(path, CREATE, READ, WRITE, NOFOLLOW_LINKS);
    }

    private static void lock(FileChannel channel, Path path) throws IOException {
        try {
            if (channel.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException e) {
            // Another copy of this class has locked it, on a system where a JvmLock does not prevent that.
        } catch (ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            throw new NoLockException(e);
        }
        throw new DirectoryInUseException(path, ProcessId.read(channel));
    }

    /**
     * Opens the file again by its path. The previous holder of the lock may have removed the file that was locked, and
     * another process may have created a new one.
     */
    private static FileChannel requireInPlace(Path path) throws IOException {
        FileChannel byPath = openExisting(path);
        boolean isSame = false;
        try {
            isSame = isLockedHere(byPath);
            if (!isSame) {
                throw new DirectoryInUseException(path, ProcessId.read(byPath));
            }
            return byPath;
        } finally {
            if (!isSame) {
                byPath.close();
            }
        }
    }

    /** A JVM refuses a second lock on the same file, even by another channel. */
    private static boolean isLockedHere(FileChannel channel) throws IOException {
        try {
            channel.tryLock(0, Long.MAX_VALUE, true);
            return false;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }

    /** A pipe that is in its place by now is opened too: only to open one for reading alone waits for a writer. */
    private static FileChannel openExisting(Path path) throws IOException {
        try {
            return FileChannel.open(path, READ, WRITE, NOFOLLOW_LINKS);
        } catch (NoSuchFileException | AccessDeniedException e) {
            throw new DirectoryInUseException(path, OptionalLong.empty());
        }
    }

    /** Removes the file while it is locked, so that no file of another process is removed. */
    @Override
    public void close() {
        try (locked;
                byPath) {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // A file that remains is not locked.
        }
    }
}
