package dev.restorer.spi.planted;

import dev.restorer.core.engine.LayerMetadataRestorer;
import dev.restorer.core.engine.planted.EngineThatReachesTheApi;

/** Breaks the rules of the API, so that a test can tell that the rules see it. */
public final class ApiThatReachesTheEngine {

    public LayerMetadataRestorer engine() {
        return new LayerMetadataRestorer();
    }

    public EngineThatReachesTheApi cycle() {
        return new EngineThatReachesTheApi();
    }
}
