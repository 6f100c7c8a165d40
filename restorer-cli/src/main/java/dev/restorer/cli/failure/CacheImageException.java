package dev.restorer.cli.failure;

import dev.restorer.api.Quoted;
import dev.restorer.api.RestorerException;

/** Thrown if a cache image is given, since images cannot be read yet. */
public final class CacheImageException extends RestorerException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param source the flag or variable that names the image
     * @param image the image
     */
    public CacheImageException(String source, String image) {
        super(
                "Cache images cannot be read yet, and " + source + " names " + Quoted.quote(image),
                "Give the cache as a directory with --cache-dir, and --cache-image= to ignore the image");
    }
}
