package dev.restorer.spi;

import java.util.Optional;

/**
 * Knows the credentials for registries. Implementations are safe for use by many threads at once.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface ImageCredentials {

    /**
     * Returns credentials that know none.
     *
     * @return credentials that are empty for every registry
     */
    static ImageCredentials none() {
        return (registry, repository) -> Optional.empty();
    }

    /**
     * Returns what proves to a registry who asks. Called when a registry wants to know, and not before.
     *
     * @param registry the host, and the port if one is written, such as {@code localhost:5000}; of Docker Hub
     *     {@code index.docker.io}
     * @param repository the repository, such as {@code library/ubuntu}
     * @return the credential, or empty if there is none
     * @throws ImageReadException if it cannot be told whether there is one
     */
    Optional<ImageCredential> credential(String registry, String repository);
}
