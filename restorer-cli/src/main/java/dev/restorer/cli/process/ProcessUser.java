package dev.restorer.cli.process;

import dev.restorer.api.Owner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Determines the user and group of this process. Java has no API for it, so it is read from Linux's {@code /proc}. */
final class ProcessUser {

    private static final String SEPARATOR = "\t";

    /** The index of the effective id, with which files are created, in a line: name, real id, effective id. */
    private static final int EFFECTIVE = 2;

    private ProcessUser() {}

    /**
     * Finds the owner of files that this process creates.
     *
     * @return the owner, or empty on a system other than Linux
     */
    static Optional<Owner> find() {
        return read(Path.of("/proc/self/status"));
    }

    static Optional<Owner> read(Path status) {
        try {
            List<String> lines = Files.readAllLines(status, StandardCharsets.ISO_8859_1);
            return Optional.of(new Owner(id("Uid:", lines), id("Gid:", lines)));
        } catch (IOException | NumberFormatException e) {
            // The file does not exist, or an id is out of range.
            return Optional.empty();
        }
    }

    private static int id(String name, List<String> lines) throws IOException {
        for (String line : lines) {
            String[] fields = line.split(SEPARATOR, -1);
            if (fields[0].equals(name) && fields.length > EFFECTIVE) {
                return Integer.parseInt(fields[EFFECTIVE]);
            }
        }
        throw new IOException("There is no " + name);
    }
}
