package dev.restorer.spi;

/**
 * An image is there, and its index, manifest or config is not what it should be: it has another digest or size, is no
 * JSON, is too large, or is of a kind that is not read.
 *
 * @since 0.1
 */
public final class DamagedImageException extends ImageException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param image the image's reference
     * @param problem what is wrong with it, without a full stop
     * @param remedy what to do, a sentence without a full stop
     */
    public DamagedImageException(String image, String problem, String remedy) {
        super(image, "The image " + image + " is damaged: " + problem, remedy);
    }

    /**
     * Makes an exception that another one led to. That one's message must be fit to be seen as well.
     *
     * @param image the image's reference
     * @param problem what is wrong with it, without a full stop
     * @param remedy what to do, a sentence without a full stop
     * @param cause what led to it
     */
    public DamagedImageException(String image, String problem, String remedy, Throwable cause) {
        super(image, "The image " + image + " is damaged: " + problem, remedy, cause);
    }
}
