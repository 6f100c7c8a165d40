package dev.restorer.images.registry.http;

import java.io.IOException;

/**
 * Thrown if a proxy itself replies to a request with an error. Such a reply says nothing about the registry, and its
 * headers must not be used: anyone between this machine and the proxy may have written them.
 */
final class ProxyRefusalException extends IOException {

    private static final long serialVersionUID = 1L;

    private final int status;

    ProxyRefusalException(int status) {
        super("the proxy replies with status " + status);
        this.status = status;
    }

    boolean isTemporary() {
        return Retries.isTemporary(status);
    }
}
