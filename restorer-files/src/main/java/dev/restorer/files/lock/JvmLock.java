package dev.restorer.files.lock;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * An exclusive lock of a directory within this JVM. Copies of this class in other class loaders respect it, since it is
 * a lock on the directory itself, of which a JVM allows only one. It is a shared lock, so that other processes can have
 * one at the same time.
 */
final class JvmLock implements AutoCloseable {

    /** The directories that are locked by this copy of the class, for systems that cannot lock a directory itself. */
    private static final Set<Object> LOCKED = ConcurrentHashMap.newKeySet();

    private final Object key;
    private final @Nullable FileChannel locked;

    private JvmLock(Object key, @Nullable FileChannel locked) {
        this.key = key;
        this.locked = locked;
    }

    /**
     * Locks a directory.
     *
     * @return the lock, or null if the directory is locked already
     */
    static @Nullable JvmLock acquire(Path directory) throws IOException {
        Object key = key(directory);
        if (!LOCKED.add(key)) {
            return null;
        }
        boolean isLocked = false;
        try {
            JvmLock lock = new JvmLock(key, lock(directory));
            isLocked = true;
            return lock;
        } catch (OverlappingFileLockException e) {
            return null; // Another copy of this class has locked it.
        } finally {
            if (!isLocked) {
                LOCKED.remove(key);
            }
        }
    }

    private static Object key(Path directory) throws IOException {
        Object key = Files.readAttributes(directory, BasicFileAttributes.class).fileKey();
        return key == null ? directory.toRealPath() : key;
    }

    /** Returns null if the directory itself cannot be locked. */
    private static @Nullable FileChannel lock(Path directory) throws ClosedByInterruptException {
        try {
            FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ);
            boolean isLocked = false;
            try {
                isLocked = channel.tryLock(0, Long.MAX_VALUE, true) != null;
                return isLocked ? channel : null;
            } finally {
                if (!isLocked) {
                    channel.close();
                }
            }
        } catch (ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            if (locked != null) {
                locked.close();
            }
        } catch (IOException e) {
            // The lock is released nevertheless.
        } finally {
            LOCKED.remove(key);
        }
    }
}
