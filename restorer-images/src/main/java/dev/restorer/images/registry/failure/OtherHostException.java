package dev.restorer.images.registry.failure;

import java.io.IOException;

/** Thrown if a host that a registry redirects to, such as its storage, fails. The registry itself has replied. */
public final class OtherHostException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    /**
     * Creates an exception.
     *
     * @param host the scheme, host and port
     * @param problem what it does, as the rest of a sentence whose subject it is
     * @param remedy what to do, a sentence without a full stop
     * @param cause the cause
     */
    public OtherHostException(String host, String problem, String remedy, Throwable cause) {
        super("it redirects to " + host + ", where the request fails: " + problem, cause);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }
}
