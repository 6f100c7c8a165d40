package dev.restorer.images.registry;

import java.io.IOException;

/** Something failed in a way that trying again does not change. */
class FinalException extends IOException {

    private static final long serialVersionUID = 1L;

    FinalException(String message) {
        super(message);
    }

    FinalException(String message, Throwable cause) {
        super(message, cause);
    }
}
