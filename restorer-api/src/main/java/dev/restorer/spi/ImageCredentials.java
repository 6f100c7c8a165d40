package dev.restorer.spi;

import java.util.Objects;
import java.util.Optional;

/**
 * Looks up credentials for registries. Implementations are safe for use by several threads.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface ImageCredentials {

    /**
     * Returns an implementation without credentials.
     *
     * @return credentials that return empty for every registry
     */
    static ImageCredentials none() {
        return (registry, repository) -> {
            Objects.requireNonNull(registry, "registry");
            Objects.requireNonNull(repository, "repository");
            return Optional.empty();
        };
    }

    /**
     * Returns the credential for a repository. Called only if the registry requires authentication.
     *
     * @param registry the host, and the port if the reference has one, such as {@code localhost:5000}; for Docker Hub
     *     {@code index.docker.io}
     * @param repository the repository, such as {@code library/ubuntu}
     * @return the credential, or empty if there is none
     * @throws ImageReadException if the lookup fails
     */
    Optional<ImageCredential> credential(String registry, String repository);
}
