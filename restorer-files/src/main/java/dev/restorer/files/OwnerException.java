package dev.restorer.files;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Thrown if the owner of a file or directory cannot be changed. */
public final class OwnerException extends FileSystemException {

    private static final long serialVersionUID = 1L;

    OwnerException(String problem) {
        super(null, null, problem);
    }

    OwnerException(Path path, FileOwner owner, IOException cause) {
        super(path.toString(), null, "it cannot be given to " + owner + ": " + FileProblem.describe(cause));
        initCause(cause);
    }
}
