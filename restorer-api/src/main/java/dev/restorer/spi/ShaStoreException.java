package dev.restorer.spi;

import dev.restorer.api.RestorerException;

/**
 * A SHA store cannot be opened, read or written. The message names the store and never a password.
 *
 * @since 0.1
 */
public final class ShaStoreException extends RestorerException {

    private static final long serialVersionUID = 1L;

    /** The kind of store. */
    private final String providerId;

    /**
     * Makes an exception.
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
     * Makes an exception that another one led to. That one's message must be fit to be seen as well.
     *
     * @param providerId the id of the store's provider
     * @param problem what happened and where, which follows "SHA store …: "
     * @param remedy what to do
     * @param cause what led to it
     */
    public ShaStoreException(String providerId, String problem, String remedy, Throwable cause) {
        super("SHA store " + providerId + ": " + problem, remedy, cause);
        this.providerId = providerId;
    }

    /**
     * Returns the kind of store.
     *
     * @return the id of its provider
     */
    public String providerId() {
        return providerId;
    }
}
