package dev.restorer.images.registry.failure;

import java.io.IOException;

/** Thrown if a request failed and a retry would fail too. */
public class NonRetryableException extends IOException {

    private static final long serialVersionUID = 1L;

    public NonRetryableException(String message) {
        super(message);
    }

    public NonRetryableException(String message, Throwable cause) {
        super(message, cause);
    }
}
