package dev.restorer.files;

import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Path;

/**
 * The file system of the machine. Directories cannot be in another one, such as that of a zip file, which has neither
 * locks nor modes.
 */
public final class DefaultFileSystem {

    private DefaultFileSystem() {}

    /**
     * Requires that a path is one of the default file system.
     *
     * @param path the path
     * @throws FileSystemException if it is not
     */
    public static void require(Path path) throws FileSystemException {
        if (path.getFileSystem() != FileSystems.getDefault()) {
            throw new FileSystemException(path.toString(), null, "it is not in the default file system");
        }
    }
}
