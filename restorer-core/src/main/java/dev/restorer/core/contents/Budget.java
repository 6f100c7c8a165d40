package dev.restorer.core.contents;

import dev.restorer.api.ContentsLimits;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/** Counts what a layer holds, and refuses what is too much before it is written. */
final class Budget {

    /** Asking for the free space costs as much as a small file does, so it is asked for once in a while. */
    private static final long UNASKED_BYTES = 16 << 20;

    private final ContentsLimits limits;
    private final FileStore disk;
    private long entries;
    private long bytes;
    private long unasked;

    Budget(ContentsLimits limits, Path folder) throws IOException {
        this.limits = limits;
        this.disk = Files.getFileStore(folder);
    }

    void entry() throws CondemnedException {
        if (++entries > limits.entries()) {
            throw new CondemnedException("it has more than " + limits.entries() + " files, folders and links");
        }
    }

    void file(long size) throws IOException, CondemnedException {
        if (size > limits.bytes() - bytes) {
            throw new CondemnedException("its files have more than " + limits.bytes() + " bytes");
        }
        bytes += size;
        unasked += size;
        if (unasked > UNASKED_BYTES) {
            unasked = 0;
            if (size > disk.getUsableSpace()) {
                throw new CondemnedException("it needs more space than the disk has left");
            }
        }
    }

    long entries() {
        return entries;
    }

    long bytes() {
        return bytes;
    }
}
