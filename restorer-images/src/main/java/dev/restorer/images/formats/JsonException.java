package dev.restorer.images.formats;

/** Thrown if a document is not valid JSON or not of the expected form. The message contains no values. */
public final class JsonException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    JsonException(String message) {
        super(message);
    }
}
