package dev.restorer.core.formats.planted;

import dev.restorer.core.engine.planted.EngineThatReachesTheApi;

/** A format that knows what it is about. */
public final class FormatThatReachesTheEngine {

    public Object reaches() {
        return new EngineThatReachesTheApi();
    }
}
