package dev.restorer.files.lock;

import dev.restorer.files.FileProblem;
import java.io.IOException;

/** Thrown if a directory cannot be locked: it is not writable, or its file system does not support locks. */
public final class NoLockException extends IOException {

    private static final long serialVersionUID = 1L;

    NoLockException(IOException cause) {
        super(FileProblem.describe(cause), cause);
    }
}
