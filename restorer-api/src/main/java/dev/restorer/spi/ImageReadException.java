package dev.restorer.spi;

/**
 * An image cannot be read: the registry does not answer, refuses the credentials, or fails again and again, the index
 * has nothing for the platform, or a layout does not let itself be read. Whether there is such an image is not known.
 *
 * @since 0.1
 */
public final class ImageReadException extends ImageException {

    private static final long serialVersionUID = 1L;

    /** Where the image is looked for. */
    private final String registry;

    /**
     * Makes an exception.
     *
     * @param registry the registry's host, with the port if one is written, or the directory of a layout
     * @param image the image's reference
     * @param problem why it cannot be read, without a full stop
     * @param remedy what to do, a sentence without a full stop
     */
    public ImageReadException(String registry, String image, String problem, String remedy) {
        super(image, message(registry, image, problem), remedy);
        this.registry = registry;
    }

    /**
     * Makes an exception that another one led to. That one's message must be fit to be seen as well.
     *
     * @param registry the registry's host, with the port if one is written, or the directory of a layout
     * @param image the image's reference
     * @param problem why it cannot be read, without a full stop
     * @param remedy what to do, a sentence without a full stop
     * @param cause what led to it
     */
    public ImageReadException(String registry, String image, String problem, String remedy, Throwable cause) {
        super(image, message(registry, image, problem), remedy, cause);
        this.registry = registry;
    }

    private static String message(String registry, String image, String problem) {
        return "The image " + image + " cannot be read from " + registry + ": " + problem;
    }

    /**
     * Returns where the image is looked for.
     *
     * @return the registry's host, with the port if one is written, or the directory of a layout
     */
    public String registry() {
        return registry;
    }
}
