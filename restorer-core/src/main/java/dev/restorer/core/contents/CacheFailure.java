package dev.restorer.core.contents;

import dev.restorer.files.FileProblem;
import dev.restorer.spi.ImageLayerCache;
import dev.restorer.spi.LayerCache;
import java.nio.file.FileSystemException;
import org.jspecify.annotations.Nullable;

/** Creates exceptions that name the class of a cache, which may be an implementation of another vendor. */
final class CacheFailure {

    /** The package of the volume cache, which depends on this one. */
    private static final String OWN = "dev.restorer.core.cache";

    private CacheFailure() {}

    /** Returns the exception for a cache that threw an exception. */
    static ContentsReadException thrown(LayerCache cache, Exception thrown) {
        return unreadable(isOwn(cache) ? file(thrown) : name(cache), FileProblem.innermost(thrown), thrown);
    }

    /** Returns the exception for a cache that returned an illegal value. */
    static ContentsReadException returned(LayerCache cache, String what) {
        return unreadable(isOwn(cache) ? null : name(cache), "it returned " + what, null);
    }

    private static ContentsReadException unreadable(@Nullable String place, String problem, @Nullable Exception cause) {
        return ContentsReadException.unreadable(place == null ? problem : place + ": " + problem, cause);
    }

    private static String name(LayerCache cache) {
        return cache.getClass().getName();
    }

    /** The messages of these caches name the file or the blob instead. */
    private static boolean isOwn(LayerCache cache) {
        return cache.getClass().getPackageName().equals(OWN) || cache instanceof ImageLayerCache;
    }

    private static @Nullable String file(Exception thrown) {
        return thrown instanceof FileSystemException problem ? problem.getFile() : null;
    }
}
