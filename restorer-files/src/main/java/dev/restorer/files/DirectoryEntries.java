package dev.restorer.files;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Iterates over the entries of a directory. */
public final class DirectoryEntries {

    private DirectoryEntries() {}

    /**
     * Calls the visitor for each entry, and ends with the first failure. The directory is closed before this method
     * returns.
     *
     * @param directory the directory; a link is followed
     * @param visitor the visitor
     * @throws IOException if the directory cannot be read, or the visitor throws it
     */
    public static void forEach(Path directory, Visitor visitor) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            forEach(entries, visitor);
        }
    }

    static void forEach(DirectoryStream<Path> entries, Visitor visitor) throws IOException {
        try {
            for (Path entry : entries) {
                visitor.visit(entry);
            }
        } catch (DirectoryIteratorException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }

    /** An action on an entry. */
    public interface Visitor {

        /**
         * Visits an entry.
         *
         * @param entry the entry, resolved against the directory
         * @throws IOException if the action fails
         */
        void visit(Path entry) throws IOException;
    }
}
