package dev.restorer.images.registry;

/** Thrown if an environment variable has a value that cannot be used. */
final class EnvironmentException extends NonRetryableException {

    private static final long serialVersionUID = 1L;

    EnvironmentException(String message) {
        super(message);
    }
}
