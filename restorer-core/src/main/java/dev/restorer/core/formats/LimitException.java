package dev.restorer.core.formats;

/** Thrown if a text exceeds a limit. */
public final class LimitException extends FormatException {

    private static final long serialVersionUID = 1L;

    /** Creates an exception for a problem that names the limit. */
    public LimitException(String problem) {
        super("", problem);
    }
}
