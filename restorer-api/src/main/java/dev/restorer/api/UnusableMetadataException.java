package dev.restorer.api;

/**
 * Thrown if the content of metadata or of a group cannot be used: it cannot be parsed, a field has a wrong type, or it
 * is larger than a limit or the memory allows; also if an {@code analyzed.toml} exists and cannot be read. A restore is
 * possible without the metadata of the previous image and of a cache; see
 * {@link dev.restorer.MetadataReader#appMetadataOrEmpty}.
 *
 * @since 0.1
 */
public final class UnusableMetadataException extends MetadataReadException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param source the path of the file, or a name for the metadata if it is not in a file
     * @param problem why it cannot be used
     * @param remedy what to do
     */
    public UnusableMetadataException(String source, String problem, String remedy) {
        super(source, problem, remedy);
    }

    /**
     * Creates an exception with a cause.
     *
     * @param source the path of the file, or a name for the metadata if it is not in a file
     * @param problem why it cannot be used, and at which place
     * @param remedy what to do
     * @param cause the cause
     */
    public UnusableMetadataException(String source, String problem, String remedy, Throwable cause) {
        super(source, problem, remedy, cause);
    }
}
