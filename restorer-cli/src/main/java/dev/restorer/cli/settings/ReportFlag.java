package dev.restorer.cli.settings;

import dev.restorer.cli.arguments.FlagReader;
import dev.restorer.cli.failure.ClosedStreamException;
import dev.restorer.cli.process.Launch;
import dev.restorer.cli.report.OpenDescriptor;
import dev.restorer.cli.report.ReportTarget;
import java.io.FileDescriptor;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Reads the flag for the report, before anything is restored. */
final class ReportFlag {

    private static final String REPORT = "--report";

    private ReportFlag() {}

    static @Nullable ReportTarget in(FlagReader flags) {
        FlagReader.Value given = flags.given(REPORT);
        if (given == null) {
            return null;
        }
        if (given.text().equals("-")) {
            return stream("standard output", Launch.STANDARD_OUTPUT, FileDescriptor.out, flags);
        }
        Path path = flags.paths().of(given);
        OptionalInt descriptor = OpenDescriptor.at(path);
        if (descriptor.isEmpty()) {
            return new ReportTarget.Named(path);
        }
        return switch (descriptor.getAsInt()) {
            case Launch.STANDARD_OUTPUT -> stream(given.text(), Launch.STANDARD_OUTPUT, FileDescriptor.out, flags);
            case Launch.STANDARD_ERROR -> stream(given.text(), Launch.STANDARD_ERROR, FileDescriptor.err, flags);
            default ->
                throw flags.wrong(given.refusal()
                        + ", which is an open file descriptor: give a file, - for standard output,"
                        + " or /dev/stderr");
        };
    }

    private static ReportTarget stream(String name, int number, FileDescriptor descriptor, FlagReader flags) {
        if (flags.process().launch().closedDescriptors().contains(number)) {
            throw new ClosedStreamException(REPORT, name);
        }
        return new ReportTarget.Stream(name, descriptor);
    }
}
