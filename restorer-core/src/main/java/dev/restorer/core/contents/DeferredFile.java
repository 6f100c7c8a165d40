package dev.restorer.core.contents;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A file that is open until its parts are written, of which only some are open at once in this JVM. */
final class DeferredFile {

    static final int MAX_OPEN = 128;

    private static final AtomicInteger OPEN = new AtomicInteger();

    private final NewFile file;

    private DeferredFile(NewFile file) {
        this.file = file;
    }

    /** Returns null if too many are open. */
    static @Nullable DeferredFile of(NewFile file) {
        if (OPEN.incrementAndGet() > MAX_OPEN) {
            OPEN.decrementAndGet();
            return null;
        }
        return new DeferredFile(file);
    }

    void write(ByteBuffer part) throws IOException {
        file.write(part);
    }

    /** Closes the file. Called once. */
    void close() throws IOException {
        OPEN.decrementAndGet();
        file.close();
    }
}
