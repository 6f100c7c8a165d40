package dev.restorer.cli.report;

import dev.restorer.cli.failure.FileWriteException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Finds before a restore, as far as possible, that its report cannot be written, without writing anything. */
public final class ReportCheck {

    private ReportCheck() {}

    /**
     * Checks the target of a report.
     *
     * @param file the target
     * @param layers the layers directory, which the restore creates if it does not exist
     * @throws FileWriteException if the report cannot be written
     */
    public static void require(Path file, Path layers) {
        try {
            check(file, layers.toAbsolutePath().normalize());
        } catch (IOException e) {
            throw new FileWriteException(file.toString(), ReportFile.FILE_REMEDY, e);
        }
    }

    private static void check(Path file, Path layers) throws IOException {
        if (isNewOrRegular(file)) {
            Path target = ReportFile.resolveLinks(file.toAbsolutePath());
            checkDirectory(target.normalize(), layers);
        } else if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "Is a directory");
        } else if (!Files.isWritable(file)) {
            throw new AccessDeniedException(file.toString());
        }
    }

    private static boolean isNewOrRegular(Path file) throws IOException {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class).isRegularFile();
        } catch (NoSuchFileException e) {
            return true;
        }
    }

    private static void checkDirectory(Path target, Path layers) throws IOException {
        Path directory = target.getParent();
        if (directory == null || Files.isDirectory(directory)) {
            checkWritable(directory == null ? target : directory);
        } else if (Files.exists(directory)) {
            // Newer JDKs report the target as missing.
            throw new FileSystemException(target.toString(), null, "Not a directory");
        } else if (!target.startsWith(layers)) {
            throw new NoSuchFileException(target.toString());
        }
    }

    private static void checkWritable(Path directory) throws IOException {
        if (Files.isWritable(directory)) {
            return;
        }
        if (Files.getFileStore(directory).isReadOnly()) {
            throw new FileSystemException(directory.toString(), null, "Read-only file system");
        }
        throw new AccessDeniedException(directory.toString());
    }
}
