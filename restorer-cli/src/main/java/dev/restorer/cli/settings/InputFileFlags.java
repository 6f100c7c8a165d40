package dev.restorer.cli.settings;

import dev.restorer.cli.arguments.FlagReader;
import dev.restorer.cli.failure.ClosedStreamException;
import dev.restorer.cli.report.OpenDescriptor;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the flags for files to read. A standard stream that was closed is an error: the null device is open in its
 * place, so an empty file would be read.
 *
 * @param flags the flags
 */
record InputFileFlags(FlagReader flags) {

    @Nullable
    Path given(String flag) {
        Path path = flags.paths().given(flag);
        return path == null ? null : requireOpen(flag, path);
    }

    Path given(String flag, String variable, Path defaultPath) {
        return requireOpen(flag, flags.paths().given(flag, variable, defaultPath));
    }

    @Nullable
    Path givenUnlessEmpty(String flag, String variable) {
        Path path = flags.paths().givenUnlessEmpty(flag, variable);
        return path == null ? null : requireOpen(flag, path);
    }

    private Path requireOpen(String flag, Path path) {
        Set<Integer> closed = flags.process().launch().closedDescriptors();
        if (closed.isEmpty()) {
            return path;
        }
        OptionalInt descriptor = OpenDescriptor.at(path);
        if (descriptor.isPresent() && closed.contains(descriptor.getAsInt())) {
            throw new ClosedStreamException(flag, path.toString());
        }
        return path;
    }
}
