package dev.restorer.cli.owner;

import dev.restorer.api.Owner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds out who this process is. Java does not tell, so Linux is asked. */
public final class ProcessOwner {

    private static final String SEPARATOR = "\t";

    /** A line holds its name, the real id, and then the effective id, which is the one that files are made with. */
    private static final int EFFECTIVE = 2;

    private ProcessOwner() {}

    /**
     * Finds the owner of files that this process makes.
     *
     * @return the owner, or empty where the system does not tell it as Linux does
     */
    public static Optional<Owner> find() {
        return read(Path.of("/proc/self/status"));
    }

    static Optional<Owner> read(Path status) {
        try {
            List<String> lines = Files.readAllLines(status, StandardCharsets.ISO_8859_1);
            return Optional.of(new Owner(id("Uid:", lines), id("Gid:", lines)));
        } catch (IOException | NumberFormatException e) {
            // There is no such file, or an id beyond those of an owner.
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
