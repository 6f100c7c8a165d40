package dev.restorer.files;

import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Thrown if a directory is a symbolic link, through which nothing is written. */
public final class LinkedDirectoryException extends FileSystemException {

    private static final long serialVersionUID = 1L;

    LinkedDirectoryException(Path path) {
        super(path.toString(), null, "it is a symbolic link");
    }
}
