package dev.restorer.fuzz;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.IOException;

/** Contents in a tar that is compressed with zstd. */
class TarZstFuzzTest {

    private static final Unpack ZSTD = ZstdInputStreamNoFinalizer::new;

    @FuzzTarget
    void restores(byte[] input) throws IOException {
        ContentsTrial.run(input, ZSTD.tar(input));
    }
}
