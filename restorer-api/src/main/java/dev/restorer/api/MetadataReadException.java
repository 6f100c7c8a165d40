package dev.restorer.api;

/**
 * Thrown if metadata or a group cannot be read: the file does not exist, permission is denied, or its content cannot be
 * used, which is an {@link UnusableMetadataException}.
 *
 * @since 0.1
 */
public sealed class MetadataReadException extends RestorerException permits UnusableMetadataException {

    private static final long serialVersionUID = 1L;

    /** The path or the name of the metadata. */
    private final String source;

    /**
     * Creates an exception.
     *
     * @param source the path of the file, or a name for the metadata if it is not in a file
     * @param problem why it cannot be read
     * @param remedy what to do
     */
    public MetadataReadException(String source, String problem, String remedy) {
        super(source + " cannot be read: " + problem, remedy);
        this.source = source;
    }

    /**
     * Creates an exception with a cause.
     *
     * @param source the path of the file, or a name for the metadata if it is not in a file
     * @param problem why it cannot be read
     * @param remedy what to do
     * @param cause the cause
     */
    public MetadataReadException(String source, String problem, String remedy, Throwable cause) {
        super(source + " cannot be read: " + problem, remedy, cause);
        this.source = source;
    }

    /**
     * Returns the source that could not be read.
     *
     * @return the path of the file, or a name for the metadata if it is not in a file
     */
    public String source() {
        return source;
    }
}
