package dev.restorer.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An exclusive lock of a directory, within this process and among processes, by a lock on a file in it. The system
 * releases the lock of a killed process, so a lock file that remains does not lock the directory.
 */
public final class DirectoryLock implements AutoCloseable {

    /** The name of the lock file, which exists as long as the lock is held. */
    public static final String NAME = ".restorer.lock";

    private static final long PAUSE_MILLIS = 20;

    /**
     * The directories that this process has locked. A process has only one lock on a file, and loses it when it closes
     * any channel of that file, so the file must not be opened a second time.
     */
    private static final Set<Object> LOCKED_HERE = ConcurrentHashMap.newKeySet();

    private final Object directory;
    private final LockFile file;

    private DirectoryLock(Object directory, LockFile file) {
        this.directory = directory;
        this.file = file;
    }

    /**
     * Locks a directory, and waits if it is locked already.
     *
     * @param directory the directory, which must exist; links that lead to it are followed
     * @param owner the owner of the lock file
     * @param timeout how long to wait
     * @return the lock, to be closed by the caller
     * @throws DirectoryInUseException if the directory is still locked then
     * @throws NoLockException if nothing can be locked in this directory
     * @throws InterruptedException if this thread is interrupted while it waits
     * @throws IOException if the lock file cannot be created
     */
    public static DirectoryLock acquire(Path directory, FileOwner owner, Duration timeout)
            throws IOException, InterruptedException {
        Object key = key(directory);
        Path file = directory.resolve(NAME);
        long start = System.nanoTime();
        while (true) {
            try {
                return acquire(key, file, owner);
            } catch (DirectoryInUseException e) {
                if (System.nanoTime() - start >= timeout.toNanos()) {
                    throw e;
                }
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private static Object key(Path directory) throws IOException {
        Object key = Files.readAttributes(directory, BasicFileAttributes.class).fileKey();
        return key == null ? directory.toRealPath() : key;
    }

    private static DirectoryLock acquire(Object directory, Path path, FileOwner owner) throws IOException {
        if (!LOCKED_HERE.add(directory)) {
            throw new DirectoryInUseException(
                    path, OptionalLong.of(ProcessHandle.current().pid()));
        }
        DirectoryLock lock = null;
        try {
            lock = new DirectoryLock(directory, LockFile.open(path, owner));
            return lock;
        } finally {
            if (lock == null) {
                LOCKED_HERE.remove(directory);
            }
        }
    }

    /** Releases the lock, and removes the lock file. */
    @Override
    public void close() {
        try {
            file.close();
        } finally {
            LOCKED_HERE.remove(directory);
        }
    }
}
