package dev.restorer.files;

import java.io.IOException;

/** Nothing can be locked in a directory: it cannot be written to, or its file system knows no locks. */
public final class NoLockException extends IOException {

    private static final long serialVersionUID = 1L;

    NoLockException(IOException cause) {
        super(FileProblem.describe(cause), cause);
    }
}
