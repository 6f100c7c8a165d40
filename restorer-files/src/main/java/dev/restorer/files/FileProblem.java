package dev.restorer.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** Describes exceptions of the file system for people. */
public final class FileProblem {

    private FileProblem() {}

    /**
     * Describes what happened.
     *
     * @param exception the exception
     * @return a phrase without the path
     */
    public static String describe(IOException exception) {
        if (exception instanceof NoSuchFileException) {
            return "there is no such file or directory";
        }
        if (exception instanceof AccessDeniedException) {
            return "permission is denied";
        }
        if (exception instanceof FileAlreadyExistsException) {
            return "something else of that name exists";
        }
        if (exception instanceof NotDirectoryException) {
            return "it is not a directory";
        }
        if (exception instanceof DirectoryNotEmptyException) {
            return "it is not empty";
        }
        if (exception instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        String message = exception.getMessage();
        return message == null ? exception.getClass().getSimpleName() : message;
    }

    /**
     * Returns the path that an exception is about.
     *
     * @param exception the exception
     * @param path the path that the failed operation was called with
     * @return that path, or the path below it that the exception names
     */
    public static String entry(IOException exception, Path path) {
        String file = exception instanceof FileSystemException system ? system.getFile() : null;
        // Exceptions about a directory that is held open have only names.
        return file == null || path.endsWith(file) ? path.toString() : file;
    }
}
