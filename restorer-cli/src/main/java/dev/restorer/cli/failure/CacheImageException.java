package dev.restorer.cli.failure;

import dev.restorer.api.Quoted;
import dev.restorer.api.RestorerException;

/** A cache image is given, which nothing here can read. */
public final class CacheImageException extends RestorerException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param by the flag or variable that names the image
     * @param image the image
     */
    public CacheImageException(String by, String image) {
        super(
                "Cache images cannot be read yet, and " + by + " names " + Quoted.quote(image),
                "Give the cache as a directory with --cache-dir, and --cache-image= to pass over the image");
    }
}
