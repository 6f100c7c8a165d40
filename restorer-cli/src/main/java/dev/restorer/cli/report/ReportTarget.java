package dev.restorer.cli.report;

import java.io.FileDescriptor;
import java.nio.file.Path;

/** The target of a report. */
public sealed interface ReportTarget {

    /**
     * A file, device or pipe with a path.
     *
     * @param path its path
     */
    record Named(Path path) implements ReportTarget {}

    /**
     * A stream that this process was started with.
     *
     * @param name the name that the user gave, for messages
     * @param descriptor its file descriptor
     */
    record Stream(String name, FileDescriptor descriptor) implements ReportTarget {}
}
