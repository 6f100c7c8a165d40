package dev.restorer.cli.report;

import java.io.FileDescriptor;
import java.nio.file.Path;

/** Where a report goes. */
public sealed interface ReportPlace {

    /**
     * A file, a device or a pipe that has a name.
     *
     * @param path its path
     */
    record Named(Path path) implements ReportPlace {}

    /**
     * A stream that this process was started with.
     *
     * @param name what the user calls it, for messages
     * @param descriptor the stream
     */
    record Stream(String name, FileDescriptor descriptor) implements ReportPlace {}
}
