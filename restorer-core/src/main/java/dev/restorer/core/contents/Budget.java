package dev.restorer.core.contents;

import dev.restorer.api.ContentsLimits;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Counts what a layer holds, and refuses what is too much before it is written. */
final class Budget {

    /** Asking for the free space costs as much as a small file does, so it is asked for once in a while. */
    private static final long UNASKED_BYTES = 16 << 20;

    /** Even an empty file takes some space. */
    private static final long BLOCK_BYTES = 4096;

    private final ContentsLimits limits;
    private final @Nullable FileStore disk;
    private long entries;
    private long bytes;
    private long unasked;

    Budget(ContentsLimits limits, Path directory) {
        this.limits = limits;
        this.disk = disk(directory);
    }

    /** Not every system tells; then a disk that is full is told by a write that fails. */
    private static @Nullable FileStore disk(Path directory) {
        try {
            return Files.getFileStore(directory);
        } catch (IOException e) {
            return null;
        }
    }

    void entry() throws RejectedException {
        if (++entries > limits.entries()) {
            throw RejectedException.overLimit("it has more than " + limits.entries() + " files, directories and links");
        }
        require(BLOCK_BYTES);
    }

    void file(long size) throws RejectedException {
        if (size > limits.bytes() - bytes) {
            throw RejectedException.overLimit("its files have more than " + limits.bytes() + " bytes");
        }
        bytes += size;
        require(size);
    }

    /** What is not asked for until the next time has to be left, for this layer and those beside it. */
    private void require(long size) throws RejectedException {
        unasked += size;
        if (unasked > UNASKED_BYTES) {
            unasked = 0;
            long usable = usable();
            if (usable > 0 && size > usable - UNASKED_BYTES) {
                throw RejectedException.notWritten("it needs more space than the disk has left");
            }
        }
    }

    private long usable() {
        try {
            return disk == null ? 0 : disk.getUsableSpace();
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
