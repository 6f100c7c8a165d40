package dev.restorer.shastore.files;

import dev.restorer.api.LayerId;
import dev.restorer.api.Quoted;
import dev.restorer.files.PlainName;
import dev.restorer.spi.ShaStoreException;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** Where the SHA of a layer stands. (Buildpack specification: {@code /} in a buildpack's id becomes {@code _}) */
final class ShaFileNames {

    private static final String SUFFIX = ".sha";
    private static final String REMEDY = "Use the memory or the Redis store for names that are no names of files";

    /** The character set of file names, which follows the locale. */
    private static final Charset CHARSET = fileNameCharset();

    private ShaFileNames() {}

    private static Charset fileNameCharset() {
        String name = System.getProperty("sun.jnu.encoding");
        return name != null && Charset.isSupported(name) ? Charset.forName(name) : Charset.defaultCharset();
    }

    static String folder(String buildpackId) {
        String folder = buildpackId.replace('/', '_');
        require(Quoted.quote(buildpackId), PlainName.problem(folder, PlainName.MOST_BYTES, CHARSET));
        return folder;
    }

    static String file(String buildpackId, String layer) {
        int most = PlainName.MOST_BYTES - SUFFIX.length();
        String problem = PlainName.problem(layer, most, CHARSET);
        require(problem == null ? "" : new LayerId(buildpackId, layer).toString(), problem);
        return layer + SUFFIX;
    }

    private static void require(String quoted, @Nullable String problem) {
        if (problem != null) {
            throw new ShaStoreException(FilesShaStoreProvider.ID, quoted + " " + problem, REMEDY);
        }
    }
}
