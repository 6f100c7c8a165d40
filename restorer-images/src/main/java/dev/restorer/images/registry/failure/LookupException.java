package dev.restorer.images.registry.failure;

import java.net.UnknownHostException;

/** Thrown if the lookup of a host ended without a result, so that it is not known whether the host exists. */
public final class LookupException extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param host the host
     * @param problem what happened to the lookup, as the rest of a sentence
     * @param cause the cause
     */
    public LookupException(String host, String problem, Throwable cause) {
        super("the lookup of the host " + host + " " + problem);
        initCause(cause);
    }
}
