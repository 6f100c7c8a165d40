package dev.restorer.spi;

import dev.restorer.api.RestorerException;

/**
 * An image that was asked for cannot be had. That {@link ImageSource#image} finds none of that name is no exception,
 * unless a build needs the image; see {@link MissingImageException}. The message names the image and never a password or token.
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
