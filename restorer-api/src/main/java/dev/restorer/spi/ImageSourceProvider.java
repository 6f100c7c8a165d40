package dev.restorer.spi;

/**
 * Opens sources of images. Found by {@link java.util.ServiceLoader}, so an implementation needs a public constructor
 * without parameters, a {@code provides} in its module descriptor, and for the class path a line in
 * {@code META-INF/services/dev.restorer.spi.ImageSourceProvider}.
 *
 * <p>Implementations are safe for use by several threads.
 *
 * @since 0.1
 */
public interface ImageSourceProvider {

    /**
     * Returns the id of this kind of source. It must be unique.
     *
     * @return lower-case letters, digits, {@code +}, {@code -} and {@code .}, starting with a letter
     */
    String id();

    /**
     * Returns whether this kind of source handles a reference. Uses no file and no network.
     *
     * <p>The providers are asked in the order of their ids, and the first that handles a reference gets it. The one of
     * {@code restorer-images}, whose id is {@code oci}, handles any text, so that its exception says what is wrong with
     * a text that is no reference. So another provider needs an id that sorts before {@code oci}, and should handle
     * only what is no reference to a registry or an OCI layout.
     *
     * @param reference any text
     * @return true if its sources handle the text, which may still not be a valid reference
     */
    boolean supports(String reference);

    /**
     * Opens a source. Files that the configuration names, such as those of credentials and certificates, are read now
     * and not later, so that the process may give up its privileges afterwards; no registry is contacted. A file that
     * cannot be read is reported by {@link ImageSource#image}, if it is needed.
     *
     * @param configuration the configuration
     * @return the source, to be closed by the caller
     */
    ImageSource open(ImageSourceConfiguration configuration);
}
