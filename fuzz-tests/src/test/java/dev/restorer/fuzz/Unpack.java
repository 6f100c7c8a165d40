package dev.restorer.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Another program that uncompresses. */
@FunctionalInterface
interface Unpack {

    /** As much as a layer in these tests may have, and more. */
    int MAX_BYTES = 32 << 20;

    InputStream open(InputStream packed) throws IOException;

    /** Returns the tar that is compressed, as far as it goes. */
    default byte[] tar(byte[] packed) {
        try (InputStream stream = open(new ByteArrayInputStream(packed))) {
            return stream.readNBytes(MAX_BYTES);
        } catch (IOException e) {
            return new byte[0];
        }
    }
}
