package dev.restorer.shastore.files;

import dev.restorer.api.LayerId;
import dev.restorer.api.Quoted;
import dev.restorer.files.LayersDirectoryNames;
import dev.restorer.files.PlainName;
import dev.restorer.spi.ShaStoreException;
import java.nio.charset.Charset;

/** Converts ids and names into the names of directories and files, and refuses those that are not valid file names. */
final class ShaFileNames {

    private static final String REMEDY =
            "Keep this build in another store, such as memory:, or have the buildpack rename it";

    /**
     * The character set of file names. Other characters would become question marks, so that two layers could have the
     * same file.
     */
    private static final Charset FILE_NAMES = PlainName.fileNameCharset();

    private static final int MAX_LAYER_BYTES =
            PlainName.MAX_BYTES - LayersDirectoryNames.sha("").length();

    private ShaFileNames() {}

    static String directory(String buildpackId) {
        String directory = LayersDirectoryNames.directory(buildpackId);
        String problem = PlainName.problem(directory, PlainName.MAX_BYTES, FILE_NAMES);
        if (problem != null) {
            throw refused("the buildpack id " + Quoted.quote(buildpackId) + " cannot name a directory: it " + problem);
        }
        return directory;
    }

    static String file(String buildpackId, String layer) {
        String problem = PlainName.problem(layer, MAX_LAYER_BYTES, FILE_NAMES);
        if (problem != null) {
            throw refused("the layer " + new LayerId(buildpackId, layer) + " cannot name a file: its name " + problem);
        }
        return LayersDirectoryNames.sha(layer);
    }

    private static ShaStoreException refused(String problem) {
        return new ShaStoreException(FilesShaStoreProvider.ID, problem, REMEDY);
    }
}
