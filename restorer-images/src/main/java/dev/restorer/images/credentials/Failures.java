package dev.restorer.images.credentials;

import dev.restorer.spi.ImageReadException;

/** Says that credentials cannot be looked up, of the image that needs them. */
final class Failures {

    private Failures() {}

    static ImageReadException of(String registry, String repository, String problem, String remedy) {
        return new ImageReadException(registry, registry + "/" + repository, problem, remedy);
    }
}
