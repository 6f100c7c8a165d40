package dev.restorer.core.contents.pipeline;

import dev.restorer.core.contents.failure.RejectedException;
import dev.restorer.core.contents.tree.FileOpening;
import dev.restorer.core.contents.tree.NewFile;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Creates a file whose bytes lie in one buffer.
 *
 * @param number the number of files that were deferred before
 * @param buffer the buffer, which is not filled again until the step was run
 * @param bytes the bytes of the file
 * @param opening opens the file
 */
record FileStep(long number, TarBuffer buffer, ByteBuffer bytes, FileOpening opening) {

    /** Can be called again if it fails, since a file that exists is replaced. */
    void run() throws IOException, RejectedException {
        try (NewFile file = opening.open()) {
            file.write(bytes.duplicate());
            file.finish();
        }
    }
}
