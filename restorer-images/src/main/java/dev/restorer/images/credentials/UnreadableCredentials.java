package dev.restorer.images.credentials;

import dev.restorer.images.formats.JsonException;
import dev.restorer.spi.ImageCredential;
import dev.restorer.spi.ImageCredentials;
import java.util.Optional;
import java.util.function.Function;

/** Credentials that exist but cannot be read, which matters only if they are needed. */
record UnreadableCredentials(String name, String problem, String remedy) implements ImageCredentials {

    static final String REMEDY = "Correct or remove it";

    /** Returns what a source has; credentials that cannot be read if it is not valid. */
    static ImageCredentials unlessParsed(String name, byte[] json, Function<byte[], ImageCredentials> parsing) {
        try {
            return parsing.apply(json);
        } catch (JsonException e) {
            return new UnreadableCredentials(name, String.valueOf(e.getMessage()), REMEDY);
        }
    }

    @Override
    public Optional<ImageCredential> credential(String registry, String repository) {
        throw CredentialFailures.of(
                registry, repository, "credentials cannot be read from " + name + ": " + problem, remedy);
    }
}
