package dev.restorer.images.registry;

import java.util.Set;

/**
 * The registries that may be contacted without TLS: those of the configuration, and those on this machine.
 *
 * @param listed hosts with their optional ports, as in references
 */
record InsecureRegistries(Set<String> listed) {

    boolean isListed(Origin origin) {
        return listed.stream().anyMatch(origin::isNamed);
    }

    boolean allows(Origin origin) {
        return origin.isLoopback() || isListed(origin);
    }
}
