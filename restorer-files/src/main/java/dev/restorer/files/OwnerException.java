package dev.restorer.files;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Something cannot be given to its owner. */
public final class OwnerException extends FileSystemException {

    private static final long serialVersionUID = 1L;

    OwnerException(String problem) {
        super(null, null, problem);
    }

    OwnerException(Path path, FileOwner owner, IOException cause) {
        super(path.toString(), null, "it cannot be given to " + owner + ": " + FileProblem.describe(cause));
        initCause(cause);
    }

    /**
     * Returns what could not be given.
     *
     * @return its path, or null if no entry is meant
     */
    public @Nullable Path path() {
        return getFile() == null ? null : Path.of(getFile());
    }
}
