package dev.restorer.fuzz;

import java.io.IOException;

/** The {@code analyzed.toml} of the analyzer. */
class AnalyzedTomlFuzzTest {

    @FuzzTarget
    void restores(byte[] input) throws IOException {
        MetadataTrial.run(input, file -> Facts.of(Restores.READER.readAnalyzed(file), OneLayer.KEPT.metadata()));
    }
}
