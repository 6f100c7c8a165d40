package dev.restorer.api;

/**
 * Metadata, a group or a file that stands in the way cannot be read: it is not there, permission is denied, or what it
 * holds cannot be used, which is an {@link UnusableMetadataException}.
 *
 * @since 0.1
 */
public sealed class MetadataReadException extends RestorerException permits UnusableMetadataException {

    private static final long serialVersionUID = 1L;

    /** What could not be read. */
    private final String source;

    /**
     * Makes an exception.
     *
     * @param source the path of what cannot be read, or what it is if it is no file
     * @param problem why it cannot be read
     * @param remedy what to do
     */
    public MetadataReadException(String source, String problem, String remedy) {
        super(source + " cannot be read: " + problem, remedy);
        this.source = source;
    }

    /**
     * Makes an exception that another one led to.
     *
     * @param source the path of what cannot be read, or what it is if it is no file
     * @param problem why it cannot be read
     * @param remedy what to do
     * @param cause what led to it
     */
    public MetadataReadException(String source, String problem, String remedy, Throwable cause) {
        super(source + " cannot be read: " + problem, remedy, cause);
        this.source = source;
    }

    /**
     * Returns what could not be read.
     *
     * @return a path, or what it is if it is no file
     */
    public String source() {
        return source;
    }
}
