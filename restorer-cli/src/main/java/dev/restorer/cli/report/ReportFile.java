package dev.restorer.cli.report;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.restorer.ReportFormat;
import dev.restorer.api.Owner;
import dev.restorer.api.RestoreReport;
import dev.restorer.cli.failure.FileWriteException;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes a report to a file, so that a reader sees either the old or the new report, complete. */
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
        Content json = to -> format.write(report, to);
        if (target instanceof ReportTarget.Stream stream) {
            write(json, stream);
        } else if (target instanceof ReportTarget.Named named) {
            write(json, named.path(), owner);
        }
    }

    private static void write(Content json, ReportTarget.Stream stream) {
        try {
            fill(new FileOutputStream(stream.descriptor()), json);
        } catch (IOException e) {
            throw new FileWriteException(stream.name(), STREAM_REMEDY, e);
        }
    }

    private static void write(Content json, Path file, @Nullable Owner owner) {
        try {
            if (!Files.exists(file) || Files.isRegularFile(file)) {
                replace(resolveLinks(file.toAbsolutePath()), json, owner);
            } else {
                fill(Files.newOutputStream(file, WRITE), json);
            }
        } catch (IOException e) {
            throw new FileWriteException(file.toString(), FILE_REMEDY, e);
        }
    }

    /** Returns the file that links lead to, which need not exist yet. */
    static Path resolveLinks(Path file) throws IOException {
        Path resolved = file;
        for (int links = 0; links < MAX_LINKS && Files.isSymbolicLink(resolved); links++) {
            resolved = resolved.resolveSibling(Files.readSymbolicLink(resolved));
        }
        return resolved;
    }

    private static void replace(Path target, Content json, @Nullable Owner owner) throws IOException {
        // Not Files.createTempFile, since other users could not read its file.
        Path temporary = target.resolveSibling(".restorer-report-" + UUID.randomUUID() + ".tmp");
        try {
            fill(Files.newOutputStream(temporary, CREATE_NEW, WRITE), json);
            give(temporary, owner);
            Files.move(temporary, target, ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void give(Path file, @Nullable Owner owner) throws IOException {
        if (owner != null) {
            Files.setAttribute(file, "unix:gid", owner.gid(), NOFOLLOW_LINKS);
            Files.setAttribute(file, "unix:uid", owner.uid(), NOFOLLOW_LINKS);
        }
    }

    private static void fill(OutputStream file, Content json) throws IOException {
        try (BufferedOutputStream stream = new BufferedOutputStream(file)) {
            json.writeTo(stream);
        }
    }

    /** What is written. */
    @FunctionalInterface
    private interface Content {
        void writeTo(OutputStream stream) throws IOException;
    }
}
