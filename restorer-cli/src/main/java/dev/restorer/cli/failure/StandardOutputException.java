package dev.restorer.cli.failure;

import dev.restorer.api.RestorerException;

/** Thrown if the result of the command cannot be written to standard output. */
public final class StandardOutputException extends RestorerException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param problem why it cannot be written
     */
    public StandardOutputException(String problem) {
        super(
                "Standard output cannot be written: " + problem,
                "Redirect it to a file on a disk with free space, or to a process that reads it");
    }
}
