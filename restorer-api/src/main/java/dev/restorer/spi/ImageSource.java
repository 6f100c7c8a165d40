package dev.restorer.spi;

import java.util.Optional;

/**
 * Finds images by their references.
 *
 * <p>A source belongs to one build: what it was given to prove who asks, and the tokens and connections that it comes by,
 * no other source has. Implementations are safe for use by many threads at once.
 *
 * @since 0.1
 */
public interface ImageSource extends AutoCloseable {

    /**
     * Finds an image, and reads its manifest and config, and no layer.
     *
     * @param reference the reference, as people write it
     * @return the image; empty if there is none of that name, or if the registry does not tell that to somebody without
     *     credentials, and there are none for it
     * @throws ImageReferenceException if the text is no reference
     * @throws ImageReadException if it cannot be told whether there is one, or it cannot be read
     * @throws DamagedImageException if there is one, and its manifest or config is damaged
     * @throws IllegalStateException if the source is closed
     */
    Optional<Image> image(String reference);

    /**
     * Closes every connection, also those that are being read from or made: within a second each call and read that is
     * under way in another thread ends with an {@link ImageReadException} or an {@link java.io.IOException}. Closing
     * twice does nothing.
     */
    @Override
    void close();
}
