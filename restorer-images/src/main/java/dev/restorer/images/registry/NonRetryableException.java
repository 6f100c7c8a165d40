package dev.restorer.images.registry;

import java.io.IOException;

/** Thrown if a request failed and a retry would fail too. */
class NonRetryableException extends IOException {

    private static final long serialVersionUID = 1L;

    NonRetryableException(String message) {
        super(message);
    }

    NonRetryableException(String message, Throwable cause) {
        super(message, cause);
    }
}
