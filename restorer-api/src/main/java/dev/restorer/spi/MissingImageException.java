package dev.restorer.spi;

/**
 * Thrown if an image that a build cannot do without is not found: there is no such image, or its registry requires
 * credentials and none are found. {@link ImageSource#image} itself returns no image in this case.
 *
 * @since 0.1
 */
public final class MissingImageException extends ImageException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param image the image's reference
     * @param use what the image is, such as {@code run image}
     * @param remedy what to do, a sentence without a full stop
     */
    public MissingImageException(String image, String use, String remedy) {
        super(
                image,
                "The " + use + " " + image
                        + " is not found: there is no such image, or it requires credentials and none are found",
                remedy);
    }
}
