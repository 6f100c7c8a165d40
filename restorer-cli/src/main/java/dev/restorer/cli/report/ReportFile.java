package dev.restorer.cli.report;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

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
import tools.jackson.core.JacksonException;

/** Writes a report into a file, so that a reader sees the old report or the new one, whole. */
public final class ReportFile {

    private static final String FILE_REMEDY = "Give --report a file in a directory that is there and can be written to";
    private static final String STREAM_REMEDY = "Give --report a file, or keep that stream open until the command ends";

    private static final int MAX_LINKS = 40;

    private ReportFile() {}

    /**
     * Writes a report.
     *
     * @param report the report
     * @param place where it goes: a file is replaced, all else is written to
     * @param owner who the file is given to, or null if it is the user's of this process
     * @throws FileWriteException if it cannot be written
     */
    public static void write(RestoreReport report, ReportPlace place, @Nullable Owner owner) {
        if (place instanceof ReportPlace.Stream stream) {
            write(report, stream);
        } else if (place instanceof ReportPlace.Named named) {
            write(report, named.path(), owner);
        }
    }

    private static void write(RestoreReport report, ReportPlace.Stream stream) {
        try {
            fill(new FileOutputStream(stream.descriptor()), report);
        } catch (IOException | JacksonException e) {
            throw new FileWriteException(stream.name(), STREAM_REMEDY, e);
        }
    }

    private static void write(RestoreReport report, Path file, @Nullable Owner owner) {
        try {
            if (!Files.exists(file) || Files.isRegularFile(file)) {
                replace(behindLinks(file.toAbsolutePath()), report, owner);
            } else {
                fill(Files.newOutputStream(file, WRITE), report);
            }
        } catch (IOException | JacksonException e) {
            throw new FileWriteException(file.toString(), FILE_REMEDY, e);
        }
    }

    /** Returns the file that links lead to, which need not be there yet. */
    private static Path behindLinks(Path file) throws IOException {
        Path behind = file;
        for (int links = 0; links < MAX_LINKS && Files.isSymbolicLink(behind); links++) {
            behind = behind.resolveSibling(Files.readSymbolicLink(behind));
        }
        return behind;
    }

    private static void replace(Path target, RestoreReport report, @Nullable Owner owner) throws IOException {
        // Made plainly, since Files.createTempFile would hide the report from every other user.
        Path beside = target.resolveSibling(".restorer-report-" + UUID.randomUUID() + ".tmp");
        try {
            fill(Files.newOutputStream(beside, CREATE_NEW, WRITE), report);
            give(beside, owner);
            Files.move(beside, target, ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static void give(Path file, @Nullable Owner owner) throws IOException {
        if (owner != null) {
            Files.setAttribute(file, "unix:gid", owner.gid(), NOFOLLOW_LINKS);
            Files.setAttribute(file, "unix:uid", owner.uid(), NOFOLLOW_LINKS);
        }
    }

    private static void fill(OutputStream file, RestoreReport report) throws IOException {
        try (BufferedOutputStream stream = new BufferedOutputStream(file)) {
            ReportJson.write(report, stream);
        }
    }
}
