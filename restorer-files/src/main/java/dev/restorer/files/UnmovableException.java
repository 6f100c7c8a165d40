package dev.restorer.files;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/**
 * Thrown if an existing directory can neither be moved away nor be filled by moving files into it, such as a mount
 * point.
 */
public final class UnmovableException extends FileSystemException {

    private static final long serialVersionUID = 1L;

    UnmovableException(Path path, IOException cause) {
        super(path.toString(), null, FileProblem.describe(cause));
        initCause(cause);
    }
}
