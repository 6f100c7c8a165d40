package dev.restorer.spi;

import dev.restorer.api.RestorerException;

/**
 * Thrown if an image cannot be read. If an image does not exist, {@link ImageSource#image} returns empty, and only a
 * build that requires it throws a {@link MissingImageException}. The message names the image and never contains a
 * password or token.
 *
 * @since 0.1
 */
public abstract sealed class ImageException extends RestorerException
        permits ImageReferenceException, ImageReadException, DamagedImageException, MissingImageException {

    private static final long serialVersionUID = 1L;

    /** The image. */
    private final String image;

    ImageException(String image, String problem, String remedy) {
        super(problem, remedy);
        this.image = image;
    }

    ImageException(String image, String problem, String remedy, Throwable cause) {
        super(problem, remedy, cause);
        this.image = image;
    }

    /**
     * Returns the image.
     *
     * @return its reference
     */
    public String image() {
        return image;
    }
}
