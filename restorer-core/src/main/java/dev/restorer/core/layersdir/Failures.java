package dev.restorer.core.layersdir;

import dev.restorer.api.LayersDirectoryException;
import dev.restorer.api.Quoted;
import dev.restorer.api.RestoreCancelledException;
import dev.restorer.api.RestorerException;
import dev.restorer.files.FileProblem;
import dev.restorer.files.LinkedDirectoryException;
import dev.restorer.files.MissingDirectoryException;
import dev.restorer.files.OwnerException;
import dev.restorer.files.lock.DirectoryInUseException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * Converts exceptions of the file system to exceptions with a remedy.
 *
 * @param layersDirectory the layers directory, which a restore that is cancelled does not complete
 */
record Failures(Path layersDirectory) {

    RestorerException of(Path path, IOException cause) {
        if (cause instanceof ClosedByInterruptException) {
            return new RestoreCancelledException(layersDirectory);
        }
        if (cause instanceof DirectoryInUseException inUse) {
            return inUse(path, inUse);
        }
        if (cause instanceof LinkedDirectoryException) {
            return new LayersDirectoryException(
                    path,
                    "is a symbolic link, and nothing is written through one",
                    "Replace it by a directory, or remove it",
                    cause);
        }
        if (cause instanceof NotDirectoryException) {
            Path file = Path.of(FileProblem.entry(cause, path)); // this may be the layers directory itself
            return new LayersDirectoryException(
                    file, "is not a directory", "Move it away, or use another layers directory", cause);
        }
        if (cause instanceof MissingDirectoryException) {
            return new LayersDirectoryException(
                    path,
                    "cannot be written: " + FileProblem.describe(cause),
                    "Create that directory, or name another layers directory",
                    cause);
        }
        if (cause instanceof OwnerException) {
            return new LayersDirectoryException(
                    path,
                    "cannot be written: " + FileProblem.describe(cause),
                    "Run the restore as root, or as the user and group that are to own it",
                    cause);
        }
        String problem = FileProblem.describe(cause);
        return new LayersDirectoryException(path, "cannot be written: " + problem, remedy(problem), cause);
    }

    /**
     * Returns the remedy for a problem of the system or a file above, which the JDK reports with the text of the
     * system, and for a directory that is not one of the machine.
     */
    private static String remedy(String problem) {
        return switch (problem) {
            case "File name too long" -> "Use a layers directory with a shorter path";
            case "Not a directory" -> "Move the file away that is in the place of a directory above it";
            case "it is not in the default file system" -> "Use a layers directory of the machine itself";
            default -> remedyOfSystem(problem, "Check the space and the permissions of the layers directory");
        };
    }

    /** Returns the remedy for a disk or a limit of the process, whatever cannot be written, or another one. */
    private static String remedyOfSystem(String problem, String other) {
        return switch (problem) {
            case "Too many open files" -> "Let the process open more files at once (ulimit -n)";
            case "No space left on device", "Disk quota exceeded" -> "Free space and inodes on its disk";
            case "Read-only file system" -> "Mount its disk so that it may be written to";
            case "File too large" -> "Let the process write larger files (ulimit -f)";
            default -> other;
        };
    }

    private static LayersDirectoryException inUse(Path path, DirectoryInUseException inUse) {
        OptionalLong process = inUse.process();
        return new LayersDirectoryException(
                path,
                "is in use by another restore" + (process.isEmpty() ? "" : ", in process " + process.getAsLong()),
                "Wait for it to end, or give each build a layers directory of its own",
                inUse);
    }

    static LayersDirectoryException unreadable(Path path, IOException cause) {
        return new LayersDirectoryException(
                path,
                "cannot be read: " + FileProblem.describe(cause),
                "Check the permissions of the layers directory",
                cause);
    }

    /** Converts the exception for a layer whose directory cannot be replaced. */
    RestorerException ofLayer(Path path, IOException cause) {
        if (cause instanceof ClosedByInterruptException) {
            return new RestoreCancelledException(layersDirectory);
        }
        String problem = FileProblem.describe(cause);
        return new LayersDirectoryException(
                path,
                "cannot be replaced because of " + Quoted.quote(FileProblem.entry(cause, path)) + ": " + problem,
                remedyOfLayer(problem),
                cause);
    }

    private static String remedyOfLayer(String problem) {
        return problem.equals("Device or resource busy")
                ? "Unmount what is mounted there"
                : remedyOfSystem(problem, "Remove it as a user who may");
    }
}
