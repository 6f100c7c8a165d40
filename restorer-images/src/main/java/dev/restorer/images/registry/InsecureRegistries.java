package dev.restorer.images.registry;

import java.util.Set;

/**
 * Which hosts may be asked without TLS: those that are listed, and this machine.
 *
 * @param listed hosts, with the port if they have one, exactly as references name them
 */
record Insecure(Set<String> listed) {

    boolean isListed(Origin origin) {
        return listed.stream().anyMatch(origin::isOf);
    }

    boolean allows(Origin origin) {
        return origin.isLoopback() || isListed(origin);
    }
}
