package dev.restorer.core.formats;

/** A text may be of the form that it should have, but is more than is read. */
public final class LimitException extends FormatException {

    private static final long serialVersionUID = 1L;

    /** Makes one of a problem that names what there is too much of. */
    LimitException(String problem) {
        super("", problem);
    }
}
