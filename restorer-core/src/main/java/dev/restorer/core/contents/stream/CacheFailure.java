package dev.restorer.core.contents.stream;

import dev.restorer.api.ProviderException;
import dev.restorer.core.contents.failure.ContentsReadException;
import dev.restorer.files.FileProblem;
import dev.restorer.spi.ImageLayerCache;
import dev.restorer.spi.LayerCache;
import dev.restorer.vendors.Causes;
import dev.restorer.vendors.Vendor;
import java.io.IOException;
import java.nio.file.FileSystemException;
import org.jspecify.annotations.Nullable;

/**
 * Creates exceptions for a cache, which may be an implementation of another vendor. They name its class, unless what it
 * threw names the file or the blob.
 */
public final class CacheFailure {

    private CacheFailure() {}

    /** Returns the exception for a cache that threw an exception or an error, which its method need not declare. */
    public static ContentsReadException thrown(LayerCache cache, Throwable thrown) {
        Vendor.keepInterrupt(thrown);
        if (cache instanceof ImageLayerCache && thrown instanceof ProviderException) {
            return unreadable(null, String.valueOf(thrown.getMessage()), thrown); // it names the class of the image
        }
        String place = thrown instanceof FileSystemException problem ? problem.getFile() : null;
        if (place == null && !(cache instanceof ImageLayerCache)) {
            place = name(cache);
        }
        return unreadable(place, problem(thrown), thrown);
    }

    /** Returns the exception for a cache that returned an illegal value. */
    public static ContentsReadException returned(LayerCache cache, String what) {
        return unreadable(name(cache), "it returned " + what, null);
    }

    /**
     * Describes the innermost cause of what a cache threw.
     *
     * @param thrown the exception, or an error, whose message says little without its class
     * @return a phrase, or the name of the class if there is no message
     */
    public static String problem(Throwable thrown) {
        if (thrown instanceof Error) {
            return thrown.toString();
        }
        Throwable innermost = Causes.innermost(thrown);
        if (innermost instanceof IOException io) {
            return FileProblem.describe(io);
        }
        String message = innermost.getMessage();
        return message == null ? innermost.getClass().getName() : message;
    }

    private static ContentsReadException unreadable(@Nullable String place, String problem, @Nullable Throwable cause) {
        return ContentsReadException.unreadable(place == null ? problem : place + ": " + problem, cause);
    }

    private static String name(LayerCache cache) {
        return cache.getClass().getName();
    }
}
