package dev.restorer.core.report;

import dev.restorer.ReportFormat;
import dev.restorer.api.MetadataLimits;
import dev.restorer.api.Owner;
import dev.restorer.api.RestoreReport;
import dev.restorer.core.layersdir.FileOwners;
import dev.restorer.core.metadata.SourceFile;
import java.io.IOException;
import java.io.OutputStream;
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
        new ReportReplacement(file, FileOwners.of(owner)).write(report);
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
