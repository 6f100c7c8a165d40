package dev.restorer.images.credentials;

import dev.restorer.spi.ImageCredential;
import dev.restorer.spi.ImageCredentials;
import java.util.Optional;

/** Credentials that exist but cannot be read, which matters only if they are needed. */
record UnreadableCredentials(String name, String problem, String remedy) implements ImageCredentials {

    @Override
    public Optional<ImageCredential> credential(String registry, String repository) {
        throw CredentialFailures.of(
                registry, repository, "credentials cannot be read from " + name + ": " + problem, remedy);
    }
}
