package dev.restorer.images.registry;

import dev.restorer.images.registry.failure.NonRetryableException;

/** Thrown if a registry replies with 401 or 403 for a document of an image whose manifest it gave. */
final class UnauthorizedException extends NonRetryableException {

    private static final long serialVersionUID = 1L;

    private final int status;

    UnauthorizedException(int status) {
        super("it replies with status " + status);
        this.status = status;
    }

    int status() {
        return status;
    }
}
