package dev.restorer.spi;

/**
 * Thrown if an image cannot be read: the registry does not reply, rejects the credentials, or fails repeatedly, or a
 * layout is not readable, or has several images and none for the platform. The image may or may not exist.
 *
 * @since 0.1
 */
public final class ImageReadException extends ImageException {

    private static final long serialVersionUID = 1L;

    /** The registry or the layout. */
    private final String registry;

    /** Why the image cannot be read. */
    private final String problem;

    /**
     * Creates an exception.
     *
     * @param registry the host of the registry, and the port if the reference has one, or the directory of a layout
     * @param image the image's reference
     * @param problem why it cannot be read, without a full stop
     * @param remedy what to do, a sentence without a full stop
     */
    public ImageReadException(String registry, String image, String problem, String remedy) {
        super(image, message(registry, image, problem), remedy);
        this.registry = registry;
        this.problem = problem;
    }

    /**
     * Creates an exception with a cause. The message of the cause must not contain a password or token either.
     *
     * @param registry the host of the registry, and the port if the reference has one, or the directory of a layout
     * @param image the image's reference
     * @param problem why it cannot be read, without a full stop
     * @param remedy what to do, a sentence without a full stop
     * @param cause the cause
     */
    public ImageReadException(String registry, String image, String problem, String remedy, Throwable cause) {
        super(image, message(registry, image, problem), remedy, cause);
        this.registry = registry;
        this.problem = problem;
    }

    private static String message(String registry, String image, String problem) {
        return "The image " + image + " cannot be read from " + registry + ": " + problem;
    }

    /**
     * Returns the registry or the layout.
     *
     * @return the host of the registry, and the port if the reference has one, or the directory of a layout
     */
    public String registry() {
        return registry;
    }

    /**
     * Returns why the image cannot be read.
     *
     * @return the problem, without a full stop
     */
    public String problem() {
        return problem;
    }
}
