package dev.restorer.api;

import java.util.List;

/**
 * Thrown if a provider of the engine, of the readers, of images or of a SHA store is missing, is not unique, or does
 * not work.
 *
 * @since 0.1
 */
public final class ProviderException extends RestorerException {

    private static final long serialVersionUID = 1L;

    /** The providers concerned; an array, because not every list is serializable. */
    private final String[] providers;

    /**
     * Creates an exception.
     *
     * @param problem what is wrong
     * @param remedy what to do
     * @param providers the class names or ids of the providers concerned
     */
    public ProviderException(String problem, String remedy, List<String> providers) {
        super(problem, remedy);
        this.providers = providers.toArray(String[]::new);
    }

    /**
     * Creates an exception with a cause.
     *
     * @param problem what is wrong
     * @param remedy what to do
     * @param providers the class names or ids of the providers concerned
     * @param cause the cause
     */
    public ProviderException(String problem, String remedy, List<String> providers, Throwable cause) {
        super(problem, remedy, cause);
        this.providers = providers.toArray(String[]::new);
    }

    /**
     * Returns the providers concerned.
     *
     * @return their class names or ids
     */
    public List<String> providers() {
        return List.of(providers);
    }
}
