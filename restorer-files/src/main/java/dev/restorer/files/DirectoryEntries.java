package dev.restorer.files;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Iterates over the entries of a directory. */
final class DirectoryEntries {

    private DirectoryEntries() {}

    /**
     * Calls the visitor for each entry, and ends with the first failure. The directory is closed before this method
     * returns.
     */
    static void forEach(Path directory, Visitor visitor) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                visitor.visit(entry);
            }
        } catch (DirectoryIteratorException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }

    /** An action on an entry. */
    interface Visitor {
        void visit(Path entry) throws IOException;
    }
}
