package dev.restorer;

import dev.restorer.api.MetadataLimits;
import dev.restorer.api.MetadataReadException;
import dev.restorer.api.Owner;
import dev.restorer.api.ProviderException;
import dev.restorer.api.RestoreReport;
import dev.restorer.api.UnusableMetadataException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Converts reports to JSON and back. {@link #schema()} describes the format.
 *
 * <p>The metadata that buildpacks recorded about their layers is not part of a report, since it may hold secrets; a
 * report that was read has {@link dev.restorer.api.Metadata#none()} in its place. Times have milliseconds.
 *
 * <p>Properties may be added to the format without a change of its version, so a reader ignores those that it does not
 * know. Any other change, also a new value of {@code reason} or {@code kind}, has a higher version, which a reader
 * rejects. Implementations are safe for use by many threads.
 *
 * @since 0.1
 */
public interface ReportFormat {

    /** The version of the format that this release writes, and the only one that it reads. */
    int VERSION = 1;

    /**
     * Finds the format with {@link java.util.ServiceLoader}.
     *
     * @return the format
     * @throws ProviderException if there is no engine, or more than one
     */
    static ReportFormat load() {
        return Engines.only(ReportFormat.class);
    }

    /**
     * Returns the JSON Schema of the format, which is also the resource {@code META-INF/restorer/report-1.schema.json}
     * of this module.
     *
     * @return a JSON Schema of the draft 2020-12
     */
    static String schema() {
        try (InputStream resource =
                ReportFormat.class.getResourceAsStream("/META-INF/restorer/report-" + VERSION + ".schema.json")) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes a report as one line of JSON in ASCII, with a line feed at its end.
     *
     * @param report the report
     * @param to the stream, which is neither flushed nor closed
     * @throws IOException if the stream throws it
     */
    void write(RestoreReport report, OutputStream to) throws IOException;

    /**
     * Writes a report to a file. A reader sees either the old or the new file, complete; only a file that is a mount
     * point is written in place.
     *
     * @param report the report
     * @param file the file, in a directory that exists; a link is replaced and not followed
     * @param owner the owner of the file, or null for the user of this process
     * @throws IOException if it cannot be written; the message is the file and the reason. An earlier file remains,
     *     unless it is a mount point
     */
    void write(RestoreReport report, Path file, @Nullable Owner owner) throws IOException;

    /**
     * Returns a report as JSON.
     *
     * @param report the report
     * @return one line without a line feed
     */
    default String toJson(RestoreReport report) {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        try {
            write(report, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return json.toString(StandardCharsets.US_ASCII).stripTrailing();
    }

    /**
     * Reads a report from JSON.
     *
     * @param json the report in UTF-8
     * @return the report
     * @throws UnusableMetadataException if it is not a report, is of another version, or exceeds
     *     {@link MetadataLimits#defaults()}
     */
    RestoreReport parse(byte[] json);

    /**
     * Reads a report from a file.
     *
     * @param file the file
     * @return the report
     * @throws MetadataReadException if the file cannot be read
     * @throws UnusableMetadataException if it is not a report, is of another version, or exceeds
     *     {@link MetadataLimits#defaults()}
     */
    RestoreReport read(Path file);
}
