package dev.restorer.images.formats;

/** A document is no JSON, or not the JSON that is expected. The message never quotes what may be a secret. */
public final class JsonException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    JsonException(String message) {
        super(message);
    }
}
