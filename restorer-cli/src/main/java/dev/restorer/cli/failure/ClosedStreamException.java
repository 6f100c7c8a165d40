package dev.restorer.cli.failure;

import dev.restorer.api.RestorerException;

/** Something is to be written to a stream that was closed when the command was started. */
public final class ClosedStreamException extends RestorerException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param flag the flag that names the stream
     * @param name the stream as the flag names it
     */
    public ClosedStreamException(String flag, String name) {
        super(flag + " is " + name + ", which is closed", "Open it, or give " + flag + " a file");
    }
}
