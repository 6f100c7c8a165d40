package dev.restorer.cli.failure;

import dev.restorer.api.RestorerException;

/** What the command is asked for cannot be written to standard output. */
public final class StandardOutputException extends RestorerException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param problem why it cannot be written
     */
    public StandardOutputException(String problem) {
        super("standard output cannot be written: " + problem, "Give it a file with room, or a reader");
    }
}
