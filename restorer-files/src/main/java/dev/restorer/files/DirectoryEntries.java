package dev.restorer.files;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Goes through what is in a directory. */
final class DirectoryEntries {

    private DirectoryEntries() {}

    /** Passes on each entry, and ends with the first failure. The directory is open meanwhile, and no longer. */
    static void each(Path directory, Visit visit) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                visit.entry(entry);
            }
        } catch (DirectoryIteratorException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }

    /** Something to do with an entry. */
    interface Visit {
        void entry(Path entry) throws IOException;
    }
}
