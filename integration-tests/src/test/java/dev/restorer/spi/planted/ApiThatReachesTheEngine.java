package dev.restorer.spi.planted;

import dev.restorer.core.engine.RestoreEngine;
import dev.restorer.core.engine.planted.EngineThatReachesTheApi;

/** Breaks the rules of the API, so that a test can tell that the rules see it. */
public final class ApiThatReachesTheEngine {

    public RestoreEngine engine() {
        return new RestoreEngine();
    }

    public EngineThatReachesTheApi cycle() {
        return new EngineThatReachesTheApi();
    }
}
