package dev.restorer.cli.failure;

import dev.restorer.api.Quoted;
import dev.restorer.api.RestorerException;

/** Thrown if a path is relative, and the working directory cannot be used. */
public final class RelativePathException extends RestorerException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param cause why the working directory cannot be used
     * @param source the flag or variable that has the path
     * @param path the path
     */
    public RelativePathException(String cause, String source, String path) {
        super(
                cause + ", and " + source + " is the relative path " + Quoted.quote(path),
                "Give an absolute path, or run in another directory");
    }
}
