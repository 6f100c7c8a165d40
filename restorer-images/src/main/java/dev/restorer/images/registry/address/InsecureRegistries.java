package dev.restorer.images.registry.address;

import dev.restorer.api.Quoted;
import dev.restorer.images.reference.RegistryReference;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The registries that may be contacted without TLS: those of the configuration, and those on this machine.
 *
 * @param listed hosts with their optional ports, as in references
 */
public record InsecureRegistries(Set<String> listed) {

    private static final Logger LOG = LoggerFactory.getLogger("dev.restorer.images");

    /** Returns the registries of a configuration. Logs a warning for each text that is not the name of a registry. */
    public static InsecureRegistries of(Set<String> configured) {
        for (String name : configured) {
            if (!RegistryReference.isRegistry(name)) {
                String shown = Quoted.quote(name.substring(name.lastIndexOf('@') + 1)); // without a password
                LOG.warn(
                        "{} is not the name of an insecure registry, so TLS is required. Write HOST or HOST:PORT, without"
                                + " a scheme and a path.",
                        shown);
            }
        }
        return new InsecureRegistries(configured);
    }

    public boolean isListed(Origin origin) {
        return listed.stream().anyMatch(origin::isNamed);
    }

    public boolean allows(Origin origin) {
        return origin.isLoopback() || isListed(origin);
    }
}
