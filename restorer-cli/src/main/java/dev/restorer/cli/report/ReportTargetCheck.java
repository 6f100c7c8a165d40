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
public final class ReportTargetCheck {

    private ReportTargetCheck() {}

    /**
     * Checks the target of a report.
     *
     * @param file the target
     * @param layers the layers directory, which the restore creates if it does not exist
     * @throws FileWriteException if the report cannot be written
     */
    public static void require(Path file, Path layers) {
        try {
            check(file, layers.toAbsolutePath());
        } catch (IOException e) {
            throw new FileWriteException(file.toString(), ReportFile.FILE_REMEDY, e);
        }
    }

    private static void check(Path file, Path layers) throws IOException {
        if (isNewOrRegular(file)) {
            Path target = ReportFile.resolveLinks(file.toAbsolutePath());
            checkDirectory(target, layers);
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
        } else if (!isCreated(target, layers)) {
            throw new NoSuchFileException(target.toString());
        }
    }

    /**
     * Tells whether a path is below the layers directory once that was created. Paths are resolved as the system does:
     * a name after {@code link/..} is in the parent of the directory that the link leads to, and one after
     * {@code missing/..} is nowhere.
     */
    private static boolean isCreated(Path target, Path layers) throws IOException {
        Path created = real(layers);
        Path place = existing(target).toRealPath();
        for (Path name : rest(target)) {
            boolean up = name.toString().equals("..");
            if (up && !place.startsWith(created)) {
                return false;
            }
            place = place.resolve(name).normalize();
        }
        return place.startsWith(created);
    }

    /**
     * Returns the path that a file has without links, so that paths of the same file are equal.
     *
     * @param file the file, which need not exist
     * @return its path
     */
    public static Path place(Path file) {
        Path absolute = file.toAbsolutePath();
        try {
            return real(ReportFile.resolveLinks(absolute));
        } catch (IOException e) {
            return absolute.normalize();
        }
    }

    /** Resolves the links in the part of a path that exists. */
    private static Path real(Path path) throws IOException {
        return existing(path).toRealPath().resolve(rest(path)).normalize();
    }

    /** Returns the part of a path that exists. */
    private static Path existing(Path path) {
        Path parent = path.getParent();
        return parent == null || Files.exists(path) ? path : existing(parent);
    }

    /** Returns the part that does not exist, which has no links. */
    private static Path rest(Path path) {
        int count = existing(path).getNameCount();
        return count == path.getNameCount() ? Path.of("") : path.subpath(count, path.getNameCount());
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
