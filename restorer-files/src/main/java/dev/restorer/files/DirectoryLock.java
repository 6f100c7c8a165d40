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
 * Keeps a directory for one piece of work, in this process and among others, by a lock on a file in it. The system
 * gives up the lock of a process that is killed, so a file that is left is no hindrance.
 */
public final class DirectoryLock implements AutoCloseable {

    /** The name of the file, which is there as long as the work goes on. */
    public static final String NAME = ".restorer.lock";

    private static final long PAUSE_MILLIS = 20;

    /**
     * The directories that are kept by this process. A process has but one lock on a file, and loses it when it closes
     * the file anywhere, so the file is not even opened a second time.
     */
    private static final Set<Object> KEPT_HERE = ConcurrentHashMap.newKeySet();

    private final Object directory;
    private final LockFile file;

    private DirectoryLock(Object directory, LockFile file) {
        this.directory = directory;
        this.file = file;
    }

    /**
     * Keeps a directory, and waits for it if it is kept already.
     *
     * @param directory the directory, which is there; links that lead to it are followed
     * @param owner who owns the file while it is there
     * @param patience how long to wait
     * @return the lock, to be closed at the end
     * @throws DirectoryInUseException if the directory is still kept then
     * @throws NoLockException if nothing can be locked in this directory
     * @throws InterruptedException if this thread is interrupted while it waits
     * @throws IOException if the file cannot be made
     */
    public static DirectoryLock acquire(Path directory, FileOwner owner, Duration patience)
            throws IOException, InterruptedException {
        Object key = key(directory);
        Path file = directory.resolve(NAME);
        long start = System.nanoTime();
        while (true) {
            try {
                return acquire(key, file, owner);
            } catch (DirectoryInUseException e) {
                if (System.nanoTime() - start >= patience.toNanos()) {
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
        if (!KEPT_HERE.add(directory)) {
            throw new DirectoryInUseException(
                    path, OptionalLong.of(ProcessHandle.current().pid()));
        }
        DirectoryLock lock = null;
        try {
            lock = new DirectoryLock(directory, LockFile.open(path, owner));
            return lock;
        } finally {
            if (lock == null) {
                KEPT_HERE.remove(directory);
            }
        }
    }

    /** Gives the directory free, and removes the file. */
    @Override
    public void close() {
        try {
            file.close();
        } finally {
            KEPT_HERE.remove(directory);
        }
    }
}
