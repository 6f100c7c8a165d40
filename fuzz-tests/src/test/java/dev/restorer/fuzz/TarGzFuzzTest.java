package dev.restorer.fuzz;

import java.io.IOException;
import java.util.zip.GZIPInputStream;

/** Contents in a tar that is compressed with gzip. */
class TarGzFuzzTest {

    private static final Unpack GZIP = GZIPInputStream::new;

    @FuzzTarget
    void restores(byte[] input) throws IOException {
        ContentsTrial.run(input, GZIP.tar(input));
    }
}
