package dev.restorer.api;

import java.nio.file.Path;

/**
 * Thrown if a file or directory that a later phase of the build reads cannot be written.
 *
 * @since 0.1
 */
public final class UnwritableFileException extends RestorerException {

    private static final long serialVersionUID = 1L;

    /** The path, as a string because not every implementation of {@link Path} is serializable. */
    private final String path;

    /**
     * Creates an exception.
     *
     * @param path the file or directory
     * @param problem why it cannot be written
     * @param remedy what to do
     * @param cause the cause
     */
    public UnwritableFileException(Path path, String problem, String remedy, Throwable cause) {
        super(path + " cannot be written: " + problem, remedy, cause);
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
