package dev.restorer.api;

import java.nio.file.Path;

/**
 * Something in the layers directory cannot be read, made or written.
 *
 * @since 0.1
 */
public final class LayersDirectoryException extends RestorerException {

    private static final long serialVersionUID = 1L;

    /** The path, as a string since not every path can be serialized. */
    private final String path;

    /**
     * Makes an exception.
     *
     * @param path the file or directory
     * @param problem what is wrong with it, which follows its path
     * @param remedy what to do
     */
    public LayersDirectoryException(Path path, String problem, String remedy) {
        super(path + " " + problem, remedy);
        this.path = path.toString();
    }

    /**
     * Makes an exception that another one led to.
     *
     * @param path the file or directory
     * @param problem what is wrong with it, which follows its path
     * @param remedy what to do
     * @param cause what led to it
     */
    public LayersDirectoryException(Path path, String problem, String remedy, Throwable cause) {
        super(path + " " + problem, remedy, cause);
        this.path = path.toString();
    }

    /**
     * Returns the file or directory.
     *
     * @return its path
     */
    public Path path() {
        return Path.of(path);
    }
}
