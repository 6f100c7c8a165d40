package dev.restorer.cli.report;

import static java.nio.file.StandardOpenOption.WRITE;

import dev.restorer.ReportFormat;
import dev.restorer.api.Owner;
import dev.restorer.api.RestoreReport;
import dev.restorer.cli.failure.FileWriteException;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Writes a report to a file or a stream. */
public final class ReportFile {

    static final String FILE_REMEDY = "Give --report a file in a directory that exists and is writable";
    private static final String STREAM_REMEDY = "Give --report a file, or keep that stream open until the command ends";

    private static final int MAX_LINKS = 40;

    private ReportFile() {}

    /**
     * Writes a report.
     *
     * @param report the report
     * @param format its format
     * @param target the target: a regular file is replaced, anything else is written to
     * @param owner the owner of the file, or null for the user of this process
     * @throws FileWriteException if it cannot be written
     */
    public static void write(RestoreReport report, ReportFormat format, ReportTarget target, @Nullable Owner owner) {
        if (target instanceof ReportTarget.Stream stream) {
            write(report, format, stream);
        } else if (target instanceof ReportTarget.Named named) {
            write(report, format, named.path(), owner);
        }
    }

    private static void write(RestoreReport report, ReportFormat format, ReportTarget.Stream stream) {
        try {
            fill(new FileOutputStream(stream.descriptor()), report, format);
        } catch (IOException e) {
            throw new FileWriteException(stream.name(), STREAM_REMEDY, e);
        }
    }

    private static void write(RestoreReport report, ReportFormat format, Path file, @Nullable Owner owner) {
        try {
            if (!Files.exists(file) || Files.isRegularFile(file)) {
                format.write(report, resolveLinks(file.toAbsolutePath()), owner);
            } else {
                fill(Files.newOutputStream(file, WRITE), report, format);
            }
        } catch (IOException e) {
            boolean isFile = !Files.exists(file) || Files.isRegularFile(file);
            throw new FileWriteException(file.toString(), isFile ? remedy(e) : FILE_REMEDY, e);
        }
    }

    /**
     * Returns the remedy for a limit of the disk or of the process, which the JDK reports with the text of the system.
     */
    private static String remedy(IOException e) {
        String reason = e instanceof FileSystemException failure ? failure.getReason() : e.getMessage();
        return switch (String.valueOf(reason)) {
            case "No space left on device", "Disk quota exceeded" -> "Free space and inodes on its disk";
            case "Read-only file system" ->
                "Mount its disk so that it may be written to, or give --report another file";
            case "File too large" -> "Let the process write larger files (ulimit -f)";
            case "File name too long" -> "Give --report a shorter name";
            default -> FILE_REMEDY;
        };
    }

    /** Returns the file that links lead to, which need not exist yet. */
    static Path resolveLinks(Path file) throws IOException {
        Path resolved = file;
        for (int links = 0; links < MAX_LINKS && Files.isSymbolicLink(resolved); links++) {
            resolved = resolved.resolveSibling(Files.readSymbolicLink(resolved));
        }
        return resolved;
    }

    private static void fill(OutputStream file, RestoreReport report, ReportFormat format) throws IOException {
        try (BufferedOutputStream stream = new BufferedOutputStream(file)) {
            format.write(report, stream);
        }
    }
}
