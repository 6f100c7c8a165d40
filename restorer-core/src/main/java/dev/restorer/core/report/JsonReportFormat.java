package dev.restorer.core.report;

import dev.restorer.ReportFormat;
import dev.restorer.api.MetadataLimits;
import dev.restorer.api.Owner;
import dev.restorer.api.RestoreReport;
import dev.restorer.core.layersdir.FileOwners;
import dev.restorer.core.metadata.SourceFile;
import dev.restorer.files.FileProblem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The format of reports. ServiceLoader finds it. */
public final class JsonReportFormat implements ReportFormat {

    private static final String REMEDY = "Provide a report that this version of the restorer has written";

    /** Creates a format. */
    public JsonReportFormat() {}

    @Override
    public void write(RestoreReport report, OutputStream to) throws IOException {
        ReportWriter.write(report, to);
    }

    @Override
    public void write(RestoreReport report, Path file, @Nullable Owner owner) throws IOException {
        try {
            new ReportReplacement(file, FileOwners.of(owner)).write(report);
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    /** Returns an exception that names the file: those of the JDK name the temporary one, or none. */
    private static FileSystemException failure(Path file, IOException cause) {
        String reason =
                cause instanceof NoSuchFileException ? "its directory does not exist" : FileProblem.describe(cause);
        FileSystemException failure = new FileSystemException(file.toString(), null, reason);
        failure.initCause(cause);
        return failure;
    }

    @Override
    public RestoreReport parse(byte[] json) {
        return source("The report").parse(json, ReportReader::read);
    }

    @Override
    public RestoreReport read(Path file) {
        return source(file.toString()).read(file, ReportReader::read);
    }

    private static SourceFile source(String name) {
        return new SourceFile(name, REMEDY, MetadataLimits.defaults(), REMEDY);
    }
}
