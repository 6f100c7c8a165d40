package dev.restorer.images.manifest;

/** Some bytes are not those that a descriptor names, or a document is of a kind that is not read. */
public final class MismatchException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message what is wrong
     */
    public MismatchException(String message) {
        super(message);
    }
}
