package dev.restorer.core.contents;

import dev.restorer.api.ContentsLimits;
import dev.restorer.core.contents.failure.RejectedException;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Counts the entries and bytes of a layer, and rejects the layer before a limit is exceeded. */
final class Budget {

    /** A query of the free space takes as long as writing a small file, so it is done only once for so many bytes. */
    private static final long BYTES_BETWEEN_CHECKS = 16 << 20;

    /** The space that even an empty file takes. */
    private static final long BLOCK_BYTES = 4096;

    private final ContentsLimits limits;
    private final Path directory;

    /** The disk, once so many bytes were written: to find it takes as long as to extract a small layer. */
    private @Nullable FileStore disk;

    private long entries;
    private long bytes;
    private long unchecked;

    Budget(ContentsLimits limits, Path directory) {
        this.limits = limits;
        this.directory = directory;
    }

    void entry() throws RejectedException {
        if (++entries > limits.entries()) {
            throw RejectedException.overLimit("it has more than " + limits.entries() + " files, directories and links");
        }
        requireSpace(BLOCK_BYTES);
    }

    void file(long size) throws RejectedException {
        if (size > limits.bytes() - bytes) {
            throw RejectedException.overLimit("its files have more than " + limits.bytes() + " bytes");
        }
        bytes += size;
        requireSpace(size);
    }

    /**
     * The bytes that may be written until the next check must stay free, for this layer and for layers that are
     * unpacked concurrently.
     */
    private void requireSpace(long size) throws RejectedException {
        if (size <= BYTES_BETWEEN_CHECKS - unchecked) {
            unchecked += size;
        } else {
            unchecked = 0;
            long usable = usable();
            if (usable > 0 && size > usable - BYTES_BETWEEN_CHECKS) {
                throw RejectedException.notWritten("it needs more space than the disk has left");
            }
        }
    }

    /** Returns 0 if the system does not support it; a full disk then shows only when a write fails. */
    private long usable() {
        try {
            if (disk == null) {
                disk = Files.getFileStore(directory);
            }
            return disk.getUsableSpace();
        } catch (IOException e) {
            return 0;
        }
    }

    long entries() {
        return entries;
    }

    long bytes() {
        return bytes;
    }
}
