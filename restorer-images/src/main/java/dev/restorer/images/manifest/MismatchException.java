package dev.restorer.images.manifest;

import dev.restorer.api.Quoted;

/** Thrown if bytes differ from their descriptor, or a document has another media type or other parts than expected. */
public final class MismatchException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message what differs, which is shortened, since it may have text of the document
     */
    public MismatchException(String message) {
        super(Quoted.shorten(message));
    }
}
