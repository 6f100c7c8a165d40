package dev.restorer.spi;

import java.util.Objects;
import java.util.Optional;

/**
 * Finds images by their references.
 *
 * <p>A source belongs to one build: its credentials, tokens and connections are not shared with other sources.
 * Implementations are safe for use by several threads.
 *
 * @since 0.1
 */
public interface ImageSource extends AutoCloseable {

    /**
     * Finds an image and reads its manifest and config. Layers are not read.
     *
     * @param reference the reference, in full or in a short form
     * @return the image; empty if there is no such image, none for the platform in its index, or if the registry
     *     requires credentials and none are found
     * @throws ImageReferenceException if the text is not a reference
     * @throws ImageReadException if the registry or layout cannot be read, if credentials are rejected, or if a layout
     *     has several images for the reference, and none for the platform
     * @throws DamagedImageException if the manifest or config of the image is damaged
     * @throws IllegalStateException if the source is closed
     */
    Optional<Image> image(String reference);

    /**
     * Returns the repository of a reference, in one form however the reference is written. Two references with the same
     * repository name versions of one image. Nothing is read.
     *
     * @param reference the reference, in full or in a short form
     * @return the repository in full, such as {@code index.docker.io/library/ubuntu}. The default is the reference
     *     itself
     * @throws ImageReferenceException if the text is not a reference
     */
    default String repository(String reference) {
        return Objects.requireNonNull(reference, "reference");
    }

    /**
     * Closes all connections. Within a second, each call and read in another thread ends with an
     * {@link ImageReadException} or an {@link java.io.IOException}. Closing a closed source has no effect.
     */
    @Override
    void close();
}
