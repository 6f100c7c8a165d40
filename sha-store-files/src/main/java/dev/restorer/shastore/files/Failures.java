package dev.restorer.shastore.files;

import dev.restorer.api.Quoted;
import dev.restorer.files.FileProblem;
import dev.restorer.files.LinkedDirectoryException;
import dev.restorer.files.OwnerException;
import dev.restorer.spi.ShaStoreException;
import java.io.IOException;
import java.nio.file.Path;

/** Says which file or directory failed, and what to do. */
final class Failures {

    private Failures() {}

    static ShaStoreException directory(Path dir, IOException e) {
        String remedy = e instanceof LinkedDirectoryException
                ? "Remove the link, or put a directory in its place"
                : "Make it a directory that this process may read and write";
        return failure("the directory " + shown(dir) + " cannot be used", remedy, e);
    }

    static ShaStoreException owner(Path directory, OwnerException e) {
        return failure("nothing can be made in " + shown(directory), "Run this as root, or without an owner", e);
    }

    static ShaStoreException write(Path file, IOException e) {
        return failure(shown(file) + " cannot be written", "Make room for it, and its directory writable", e);
    }

    static ShaStoreException read(Path file, IOException e) {
        return failure(shown(file) + " cannot be read", "Remove it, and restore the metadata again", e);
    }

    private static ShaStoreException failure(String problem, String remedy, IOException e) {
        return new ShaStoreException(FilesShaStoreProvider.ID, problem + ": " + FileProblem.describe(e), remedy, e);
    }

    private static String shown(Path path) {
        return Quoted.quote(path.toString());
    }
}
