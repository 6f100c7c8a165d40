package dev.restorer.cli.report;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.restorer.api.RestoreReport;
import dev.restorer.cli.failure.FileWriteException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.UUID;
import tools.jackson.core.JacksonException;

/** Writes a report into a file, so that a reader sees the old report or the new one, whole. */
public final class ReportFile {

    private static final String REMEDY = "Give --report a file in a folder that is there and can be written to";

    private ReportFile() {}

    /**
     * Writes a report.
     *
     * @param report the report
     * @param file the file, which is replaced; a pipe or a device is written to
     * @throws FileWriteException if it cannot be written
     */
    public static void write(RestoreReport report, Path file) {
        try {
            if (isStream(file)) {
                fill(file, report, WRITE, APPEND);
            } else if (!Files.exists(file)) {
                replace(file.toAbsolutePath(), report);
            } else if (Files.isRegularFile(file)) {
                replace(file.toRealPath(), report);
            } else {
                fill(file, report, WRITE);
            }
        } catch (IOException | JacksonException e) {
            throw new FileWriteException(file, REMEDY, e);
        }
    }

    /** A stream of this process may lead to a file that others write to, such as the log of a build. */
    private static boolean isStream(Path file) {
        Path path = file.toAbsolutePath().normalize();
        return path.startsWith("/dev") || path.startsWith("/proc");
    }

    private static void replace(Path target, RestoreReport report) throws IOException {
        // Made plainly, since Files.createTempFile would hide the report from every other user.
        Path beside = target.resolveSibling(".restorer-report-" + UUID.randomUUID() + ".tmp");
        try {
            fill(beside, report, CREATE_NEW, WRITE);
            Files.move(beside, target, ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static void fill(Path file, RestoreReport report, OpenOption... options) throws IOException {
        try (BufferedOutputStream stream = new BufferedOutputStream(Files.newOutputStream(file, options))) {
            ReportJson.write(report, stream);
        }
    }
}
