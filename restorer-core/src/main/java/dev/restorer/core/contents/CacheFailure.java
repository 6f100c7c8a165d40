package dev.restorer.core.contents;

import dev.restorer.files.FileProblem;
import dev.restorer.spi.ImageLayerCache;
import dev.restorer.spi.LayerCache;

/** Creates exceptions that name the class of a cache, which may be an implementation of another vendor. */
final class CacheFailure {

    private static final String OWN = "dev.restorer.core.metadata.";

    private CacheFailure() {}

    /** Returns the exception for a cache that threw an exception. */
    static ContentsReadException thrown(LayerCache cache, Exception thrown) {
        return ContentsReadException.unreadable(name(cache) + FileProblem.innermost(thrown), thrown);
    }

    /** Returns the exception for a cache that returned an illegal value. */
    static ContentsReadException returned(LayerCache cache, String what) {
        return ContentsReadException.unreadable(name(cache) + "it returned " + what, null);
    }

    /**
     * Returns the class name of another vendor's cache. For the volume cache the message names its directory instead, and
     * for an image the blob.
     */
    private static String name(LayerCache cache) {
        String name = cache.getClass().getName();
        return name.startsWith(OWN) || cache instanceof ImageLayerCache ? "" : name + ": ";
    }
}
