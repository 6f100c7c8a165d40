package dev.restorer.files.lock;

import dev.restorer.files.DefaultFileSystem;
import dev.restorer.files.FileOwner;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * An exclusive lock of a directory, within this process and among processes, by a lock on a file in it. The system
 * releases the lock of a killed process, so a lock file that remains does not lock the directory.
 */
public final class DirectoryLock implements AutoCloseable {

    /** The name of the lock file, which exists as long as the lock is held. */
    public static final String NAME = ".restorer.lock";

    private static final long PAUSE_MILLIS = 20;

    /**
     * A process has only one lock on a file, and loses it when it closes any channel of that file, so the file must not
     * be opened a second time in this JVM.
     */
    private final JvmLock here;

    private final LockFile file;

    private DirectoryLock(JvmLock here, LockFile file) {
        this.here = here;
        this.file = file;
    }

    /**
     * Locks a directory, and waits if it is locked already.
     *
     * @param directory the directory, which must exist; links that lead to it are followed
     * @param owner the owner of the lock file
     * @param timeout how long to wait
     * @param waiting called before each further attempt, several times a second; an exception that it throws ends the
     *     waiting
     * @return the lock, to be closed by the caller
     * @throws DirectoryInUseException if the directory is still locked then
     * @throws NoLockException if nothing can be locked in this directory
     * @throws InterruptedException if this thread is interrupted while it waits
     * @throws ClosedByInterruptException if it was interrupted before
     * @throws IOException if the lock file cannot be created
     */
    public static DirectoryLock acquire(Path directory, FileOwner owner, Duration timeout, Runnable waiting)
            throws IOException, InterruptedException {
        DefaultFileSystem.require(directory);
        long start = System.nanoTime();
        while (true) {
            try {
                return acquire(directory, owner);
            } catch (DirectoryInUseException e) {
                if (System.nanoTime() - start >= timeout.toNanos()) {
                    throw e;
                }
            }
            waiting.run();
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private static DirectoryLock acquire(Path directory, FileOwner owner) throws IOException {
        Path path = directory.resolve(NAME);
        JvmLock here = JvmLock.acquire(directory);
        if (here == null) {
            throw new DirectoryInUseException(
                    path, OptionalLong.of(ProcessHandle.current().pid()));
        }
        DirectoryLock lock = null;
        try {
            lock = new DirectoryLock(here, LockFile.open(path, owner));
            return lock;
        } finally {
            if (lock == null) {
                here.close();
            }
        }
    }

    /** Releases the lock, and removes the lock file. */
    @Override
    public void close() {
        try {
            file.close();
        } finally {
            here.close();
        }
    }
}
