package dev.restorer.core.contents;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;

/** What is done with the bytes of a buffer, in any thread, but in the order of the tar. */
sealed interface PipelineStep {

    TarBuffer buffer();

    void run() throws IOException;

    /** Gives up what the step would have ended. */
    default void abort() throws IOException {}

    /** Adds a whole buffer to the digest of the tar. */
    record Digest(TarBuffer buffer, MessageDigest digest) implements PipelineStep {
        @Override
        public void run() {
            digest.update(buffer.bytes, 0, buffer.length);
        }
    }

    /** Writes a part of a file, and closes the file after its last part. */
    record Write(TarBuffer buffer, ByteBuffer part, DeferredFile file, boolean last) implements PipelineStep {
        @Override
        public void run() throws IOException {
            try {
                file.write(part);
            } finally {
                abort();
            }
        }

        @Override
        public void abort() throws IOException {
            if (last) {
                file.close();
            }
        }
    }
}
