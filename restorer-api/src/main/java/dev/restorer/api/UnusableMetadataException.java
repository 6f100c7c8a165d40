package dev.restorer.api;

/**
 * Metadata or a group was read, and what it holds cannot be used: it does not parse, a field has a wrong type, or it is
 * larger than the memory allows. A restore can do without the metadata of the previous image and of a cache; see
 * {@link dev.restorer.MetadataReader#appMetadataOrEmpty}.
 *
 * @since 0.1
 */
public final class UnusableMetadataException extends MetadataReadException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param source the path of what cannot be used, or what it is if it is no file
     * @param problem why it cannot be used
     * @param remedy what to do
     */
    public UnusableMetadataException(String source, String problem, String remedy) {
        super(source, problem, remedy);
    }

    /**
     * Makes an exception that another one led to.
     *
     * @param source the path of what cannot be used, or what it is if it is no file
     * @param problem why it cannot be used, and at which place
     * @param remedy what to do
     * @param cause what led to it
     */
    public UnusableMetadataException(String source, String problem, String remedy, Throwable cause) {
        super(source, problem, remedy, cause);
    }
}
