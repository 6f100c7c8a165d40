package dev.restorer.core.contents;

import dev.restorer.files.FileProblem;
import dev.restorer.spi.LayerCache;

/** Says of a cache, which may be anybody's, what it did that it may not do. */
final class CacheFailure {

    private static final String OWN = "dev.restorer.core.metadata.";

    private CacheFailure() {}

    /** Makes the exception of a cache that threw another one. */
    static ContentsReadException thrown(LayerCache cache, Exception thrown) {
        return ContentsReadException.unreadable(name(cache) + FileProblem.innermost(thrown), thrown);
    }

    /** Makes the exception of a cache that returned what is none of its kind. */
    static ContentsReadException returned(LayerCache cache, String what) {
        return ContentsReadException.unreadable(name(cache) + "it returned " + what, null);
    }

    /** Whoever wrote a cache must be able to tell which one it is; ours is the directory that the message names. */
    private static String name(LayerCache cache) {
        String name = cache.getClass().getName();
        return name.startsWith(OWN) ? "" : name + ": ";
    }
}
