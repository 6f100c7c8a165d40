package dev.restorer.images.registry;

import java.net.UnknownHostException;

/** A public registry leads to an address that is not public. */
final class ForbiddenAddressException extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    ForbiddenAddressException(String host) {
        super("the registry, which has a public address, leads to " + host
                + ", which has none, and that is not followed");
    }
}
