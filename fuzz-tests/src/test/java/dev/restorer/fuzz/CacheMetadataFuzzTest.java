package dev.restorer.fuzz;

import dev.restorer.api.AppMetadata;
import java.io.IOException;

/** What the cache knows. */
class CacheMetadataFuzzTest {

    @FuzzTarget
    void restores(byte[] input) throws IOException {
        MetadataTrial.run(input, file -> Facts.of(AppMetadata.empty(), Restores.READER.parseCacheMetadata(input)));
    }
}
