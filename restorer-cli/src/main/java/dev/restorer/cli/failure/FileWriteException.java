package dev.restorer.cli.failure;

import dev.restorer.api.RestorerException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Thrown if a file that the command itself writes, such as a report, cannot be written. */
public final class FileWriteException extends RestorerException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param file the path of the file or directory, or the name of a stream
     * @param remedy what to do, without a full stop
     * @param cause why it cannot be written
     */
    public FileWriteException(String file, String remedy, Exception cause) {
        super(file + " cannot be written: " + problem(cause), remedy, cause);
    }

    /** Returns the problem without the path. The messages of the JDK contain the path, and often nothing else. */
    private static String problem(Throwable cause) {
        // A library may wrap the exceptions of the JDK.
        if (!(cause instanceof IOException) && cause.getCause() instanceof IOException innermost) {
            return problem(innermost);
        }
        if (cause instanceof NoSuchFileException) {
            return "its directory does not exist";
        }
        if (cause instanceof AccessDeniedException) {
            return "permission is denied";
        }
        if (cause instanceof FileSystemException failure && failure.getReason() != null) {
            return failure.getReason();
        }
        return cause instanceof IOException && cause.getMessage() != null ? cause.getMessage() : cause.toString();
    }
}
