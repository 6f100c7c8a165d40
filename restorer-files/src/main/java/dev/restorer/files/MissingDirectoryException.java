package dev.restorer.files;

import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Thrown if a directory does not exist whose parent a path names by "..", so that it cannot be created either. */
public final class MissingDirectoryException extends FileSystemException {

    private static final long serialVersionUID = 1L;

    MissingDirectoryException(Path directory) {
        super(directory.toString(), null, "there is no directory " + directory + ", whose parent it names by \"..\"");
    }
}
