package dev.restorer.shastore.files;

import dev.restorer.api.Quoted;
import dev.restorer.files.FileProblem;
import dev.restorer.files.LinkedDirectoryException;
import dev.restorer.files.OwnerException;
import dev.restorer.spi.ShaStoreException;
import java.io.IOException;
import java.nio.file.Path;

/** Creates the exceptions, which name the file or directory and a remedy. */
final class Failures {

    private Failures() {}

    static ShaStoreException directory(Path directory, IOException e) {
        String remedy = e instanceof LinkedDirectoryException
                ? "Remove the link, or replace it by a directory"
                : "Make it a directory that this process can read and write";
        return failure("the directory " + quoted(directory) + " cannot be used", remedy, e);
    }

    static ShaStoreException owner(Path directory, OwnerException e) {
        return failure(
                "nothing can be created in " + quoted(directory), "Run the restore as root, or without an owner", e);
    }

    static ShaStoreException write(Path file, IOException e) {
        return failure(
                quoted(file) + " cannot be written", "Check the free space, and that its directory is writable", e);
    }

    static ShaStoreException read(Path file, IOException e) {
        return failure(quoted(file) + " cannot be read", "Remove it, and restore the metadata again", e);
    }

    private static ShaStoreException failure(String problem, String remedy, IOException e) {
        return new ShaStoreException(FilesShaStoreProvider.ID, problem + ": " + FileProblem.describe(e), remedy, e);
    }

    private static String quoted(Path path) {
        return Quoted.quote(path.toString());
    }
}
