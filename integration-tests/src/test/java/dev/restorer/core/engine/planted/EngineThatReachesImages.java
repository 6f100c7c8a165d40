package dev.restorer.core.engine.planted;

import dev.restorer.images.reference.planted.ReferenceThatReachesTheNetwork;

/** An engine that needs images, which an embedder may not have. */
public final class EngineThatReachesImages {

    public Object reaches() {
        return new ReferenceThatReachesTheNetwork();
    }
}
