package dev.restorer.images.registry.failure;

/** Thrown if an environment variable has a value that cannot be used. */
public final class EnvironmentException extends NonRetryableException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    public EnvironmentException(String message) {
        this(message, "Correct the environment variable, or unset it");
    }

    /**
     * Creates an exception.
     *
     * @param message what is wrong with which variable
     * @param remedy what to do, a sentence without a full stop
     */
    public EnvironmentException(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }
}
