package dev.restorer.core.report;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.restorer.api.RestoreReport;
import dev.restorer.files.FileOwner;
import dev.restorer.files.MountedFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Replaces a file by a report, atomically unless it is a {@link MountedFile}. Its path is trusted, and its directory
 * need not be readable.
 *
 * @param file the file
 * @param owner its owner
 */
record ReportReplacement(Path file, FileOwner owner) {

    void write(RestoreReport report) throws IOException {
        // Not Files.createTempFile, since other users could not read its file.
        Path temporary = file.resolveSibling(".restorer-report-" + UUID.randomUUID() + ".tmp");
        try {
            try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(temporary, CREATE_NEW, WRITE))) {
                ReportWriter.write(report, stream);
            }
            owner.give(temporary);
            move(temporary);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private void move(Path complete) throws IOException {
        try {
            Files.move(complete, file, ATOMIC_MOVE);
        } catch (FileSystemException e) {
            MountedFile.overwriteAfter(e, complete, file);
            owner.give(file);
        }
    }
}
