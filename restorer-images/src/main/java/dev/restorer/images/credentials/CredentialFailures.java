package dev.restorer.images.credentials;

import dev.restorer.spi.ImageReadException;

/** Creates exceptions for credentials that cannot be looked up. */
final class CredentialFailures {

    private CredentialFailures() {}

    static ImageReadException of(String registry, String repository, String problem, String remedy) {
        return new ImageReadException(registry, registry + "/" + repository, problem, remedy);
    }
}
