package dev.restorer.fuzz;

import java.io.IOException;
import java.util.Arrays;

/** Contents in a tar: as it is, and with right checksums where it has wrong ones. */
class TarFuzzTest {

    @FuzzTarget
    void restores(byte[] input) throws IOException {
        ContentsTrial.run(input, input);
        byte[] repaired = TarChecksums.repaired(input);
        if (!Arrays.equals(repaired, input)) {
            ContentsTrial.run(repaired, repaired);
        }
    }
}
