package dev.restorer.shastore.files;

import dev.restorer.api.Quoted;
import dev.restorer.spi.ShaStoreConfiguration;
import dev.restorer.spi.ShaStoreException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Determines the directory of a configuration. */
final class StoreDirectory {

    private static final String REMEDY =
            "Write files: for the layers directory, or files:/a/directory with an absolute path";

    private StoreDirectory() {}

    static Path of(ShaStoreConfiguration configuration) {
        String rest = configuration.rest();
        if (rest.isEmpty()) {
            return configuration.layersDirectory();
        }
        Path directory = path(configuration, withoutAuthority(configuration, rest));
        if (!directory.isAbsolute()) {
            throw problem(configuration, "is not an absolute path");
        }
        return directory;
    }

    /** Converts {@code ///a/directory}, the form of file URLs, to {@code /a/directory}. */
    private static String withoutAuthority(ShaStoreConfiguration configuration, String rest) {
        if (!rest.startsWith("//")) {
            return rest;
        }
        if (!rest.startsWith("///")) {
            throw problem(configuration, "names a host, or has one slash too many");
        }
        return rest.substring(2);
    }

    private static Path path(ShaStoreConfiguration configuration, String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw problem(configuration, "is not a valid path");
        }
    }

    private static ShaStoreException problem(ShaStoreConfiguration configuration, String problem) {
        return new ShaStoreException(
                FilesShaStoreProvider.ID, Quoted.quote(configuration.uri()) + " " + problem, REMEDY);
    }
}
