package dev.restorer.images.manifest;

/** Thrown if bytes differ from their descriptor, or a document has another media type or other parts than expected. */
public final class MismatchException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message what differs
     */
    public MismatchException(String message) {
        super(message);
    }
}
