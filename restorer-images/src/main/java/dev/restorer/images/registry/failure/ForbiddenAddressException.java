package dev.restorer.images.registry.failure;

import java.net.UnknownHostException;

/** Thrown if a public registry names a host whose address is not public. */
public final class ForbiddenAddressException extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    public ForbiddenAddressException(String host) {
        super("the registry, which has a public address, names the host " + host
                + ", which has none, so it is not contacted");
    }
}
