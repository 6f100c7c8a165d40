package dev.restorer.cli.failure;

import dev.restorer.api.RestorerException;

/** Thrown if a stream to read or to write to was closed when the command was started. */
public final class ClosedStreamException extends RestorerException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param flag the flag that names the stream
     * @param name the stream as the flag names it
     */
    public ClosedStreamException(String flag, String name) {
        super(flag + " is " + name + ", which is closed", "Open it, or give " + flag + " a file");
    }
}
