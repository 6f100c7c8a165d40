package dev.restorer.cli.failure;

import dev.restorer.api.Quoted;
import dev.restorer.api.RestorerException;

/** A path is relative, and there is no working directory any more. */
public final class RelativePathException extends RestorerException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param by the flag or variable that has the path
     * @param path the path
     */
    public RelativePathException(String by, String path) {
        super(
                "The working directory was deleted, and " + by + " is the relative path " + Quoted.quote(path),
                "Give an absolute path, or run in a directory that is there");
    }
}
