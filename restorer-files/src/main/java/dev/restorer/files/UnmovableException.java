package dev.restorer.files;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** What stands in a place can neither be moved away, nor can a directory be moved into it, as with a mount point. */
public final class UnmovableException extends FileSystemException {

    private static final long serialVersionUID = 1L;

    UnmovableException(Path path, IOException cause) {
        super(path.toString(), null, FileProblem.describe(cause));
        initCause(cause);
    }
}
