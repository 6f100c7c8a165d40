package dev.restorer.spi;

/**
 * Thrown if the index, manifest or config of an image has a different digest or size than expected, is not valid JSON,
 * is too large, or has an unsupported media type.
 *
 * @since 0.1
 */
public final class DamagedImageException extends ImageException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param image the image's reference
     * @param problem what is wrong with it, without a full stop
     * @param remedy what to do, a sentence without a full stop
     */
    public DamagedImageException(String image, String problem, String remedy) {
        super(image, "The image " + image + " is damaged: " + problem, remedy);
    }

    /**
     * Creates an exception with a cause. The message of the cause must not contain a password or token either.
     *
     * @param image the image's reference
     * @param problem what is wrong with it, without a full stop
     * @param remedy what to do, a sentence without a full stop
     * @param cause the cause
     */
    public DamagedImageException(String image, String problem, String remedy, Throwable cause) {
        super(image, "The image " + image + " is damaged: " + problem, remedy, cause);
    }
}
