package dev.restorer.cli.failure;

import dev.restorer.api.RestorerException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** A file that the command itself writes, apart from the restore, cannot be written. */
public final class FileWriteException extends RestorerException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param file the path of the file or directory, or the name of a stream
     * @param remedy what to do, without a full stop
     * @param cause why it cannot be written
     */
    public FileWriteException(String file, String remedy, Exception cause) {
        super(file + " cannot be written: " + problem(cause), remedy, cause);
    }

    /** The messages of the JDK tell the path, which is told already, and not what is wrong with it. */
    private static String problem(Throwable cause) {
        // A library that writes has exceptions of its own around those of the JDK.
        if (!(cause instanceof IOException) && cause.getCause() instanceof IOException innermost) {
            return problem(innermost);
        }
        if (cause instanceof NoSuchFileException) {
            return "its directory is not there";
        }
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (cause instanceof FileSystemException failure && failure.getReason() != null) {
            return failure.getReason();
        }
        return cause instanceof IOException && cause.getMessage() != null ? cause.getMessage() : cause.toString();
    }
}
