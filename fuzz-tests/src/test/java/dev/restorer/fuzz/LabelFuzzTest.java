package dev.restorer.fuzz;

import java.io.IOException;

/** The label of the previous image. What the cache knows has the same form, so that is the same here. */
class LabelFuzzTest {

    @FuzzTarget
    void restores(byte[] input) throws IOException {
        MetadataTrial.run(
                input, file -> Facts.of(Restores.READER.readLabel(file), Restores.READER.parseCacheMetadata(input)));
    }
}
