package dev.restorer.spi;

import dev.restorer.api.RestorerException;

/**
 * Thrown if a SHA store cannot be opened, read or written. The message names the store and never contains a password.
 *
 * @since 0.1
 */
public final class ShaStoreException extends RestorerException {

    private static final long serialVersionUID = 1L;

    /** The id of the store's provider. */
    private final String providerId;

    /**
     * Creates an exception.
     *
     * @param providerId the id of the store's provider
     * @param problem what happened and where, which follows "SHA store …: "
     * @param remedy what to do
     */
    public ShaStoreException(String providerId, String problem, String remedy) {
        super("SHA store " + providerId + ": " + problem, remedy);
        this.providerId = providerId;
    }

    /**
     * Creates an exception with a cause. The message of the cause must not contain a password either.
     *
     * @param providerId the id of the store's provider
     * @param problem what happened and where, which follows "SHA store …: "
     * @param remedy what to do
     * @param cause the cause
     */
    public ShaStoreException(String providerId, String problem, String remedy, Throwable cause) {
        super("SHA store " + providerId + ": " + problem, remedy, cause);
        this.providerId = providerId;
    }

    /**
     * Returns the id of the store's provider.
     *
     * @return the id of its provider
     */
    public String providerId() {
        return providerId;
    }
}
