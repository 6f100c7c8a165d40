package dev.restorer.spi;

/**
 * Makes sources of images. Found by {@link java.util.ServiceLoader}, so it needs a public constructor without
 * parameters, a {@code provides} in its module descriptor, and for the class path a line in
 * {@code META-INF/services/dev.restorer.spi.ImageSourceProvider}.
 *
 * <p>Implementations are safe for use by many threads at once.
 *
 * @since 0.1
 */
public interface ImageSourceProvider {

    /**
     * Returns the id of this kind of source. It must be the only one of its id.
     *
     * @return lower-case letters, digits, {@code +}, {@code -} and {@code .}, starting with a letter
     */
    String id();

    /**
     * Tells whether references of a form are for this kind of source. Reaches no file and no network.
     *
     * @param reference any text
     * @return whether {@link ImageSource#image} of its sources should be given the text; it may still be wrong
     */
    boolean supports(String reference);

    /**
     * Opens a source. What the configuration names of files, such as credentials and certificates, is read here and not
     * later, so that rights to read them may be given up afterwards; no registry is asked. What cannot be read of that is
     * told by {@link ImageSource#image} when it is needed.
     *
     * @param configuration where and how to look
     * @return the source, to be closed by whoever opened it
     */
    ImageSource open(ImageSourceConfiguration configuration);
}
