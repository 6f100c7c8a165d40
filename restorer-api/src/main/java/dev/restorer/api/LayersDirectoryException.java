package dev.restorer.api;

import java.nio.file.Path;

/**
 * Thrown if a file or directory in the layers directory cannot be read, created or written.
 *
 * @since 0.1
 */
public final class LayersDirectoryException extends RestorerException {

    private static final long serialVersionUID = 1L;

    /** The path, as a string because not every implementation of {@link Path} is serializable. */
    private final String path;

    /**
     * Creates an exception.
     *
     * @param path the file or directory
     * @param problem the predicate of a sentence whose subject is the path
     * @param remedy what to do
     */
    public LayersDirectoryException(Path path, String problem, String remedy) {
        super(path + " " + problem, remedy);
        this.path = path.toString();
    }

    /**
     * Creates an exception with a cause.
     *
     * @param path the file or directory
     * @param problem the predicate of a sentence whose subject is the path
     * @param remedy what to do
     * @param cause the cause
     */
    public LayersDirectoryException(Path path, String problem, String remedy, Throwable cause) {
        super(path + " " + problem, remedy, cause);
        this.path = path.toString();
    }

    /**
     * Returns the file or directory.
     *
     * @return its path, as one of the default file system
     */
    public Path path() {
        return Path.of(path);
    }
}
