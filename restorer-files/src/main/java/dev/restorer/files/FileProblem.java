package dev.restorer.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Says in words what an exception of the file system says by its class. */
public final class FileProblem {

    private FileProblem() {}

    /**
     * Returns what happened.
     *
     * @param exception the exception
     * @return a phrase without the path
     */
    public static String words(IOException exception) {
        if (exception instanceof NoSuchFileException) {
            return "there is no such file or directory";
        }
        if (exception instanceof AccessDeniedException) {
            return "permission is denied";
        }
        if (exception instanceof FileAlreadyExistsException) {
            return "something else stands there";
        }
        if (exception instanceof NotDirectoryException) {
            return "it is no directory";
        }
        if (exception instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        String message = exception.getMessage();
        return message == null ? exception.getClass().getSimpleName() : message;
    }
}
