package dev.restorer.core.layersdir;

import dev.restorer.files.FileMode;
import dev.restorer.files.PlainName;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * An unpacked SBOM layer: {@code <buildpack>/<layer>/sbom.<format>.json}. Nothing in it is followed that is a link.
 *
 * @param path where it is
 */
public record SbomFolder(Path path) {

    private static final int OWNER_ALL = 0700;

    /** Of any other name, a file would take the place of the layer's {@code .toml} or {@code .sha}. */
    private static final Pattern SBOM = Pattern.compile("sbom\\..+json");

    /**
     * Moves the files of a layer beside it.
     *
     * @param layers the layers of its buildpack
     * @param layer the name of the layer
     * @return where the files are now
     */
    public List<Path> moveTo(LayerFiles layers, String layer) {
        Path buildpack = path.resolve(layers.name());
        Path folder = buildpack.resolve(layer);
        if (!unlock(buildpack) || !unlock(folder)) {
            return List.of();
        }
        return files(folder, layer).stream()
                .map(file -> layers.moveIn(file, layer))
                .toList();
    }

    /** Lets files be taken out of a folder, whatever its mode. */
    private static boolean unlock(Path folder) {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try {
            FileMode.set(folder, OWNER_ALL);
            return true;
        } catch (IOException e) {
            throw Failures.of(folder, e);
        }
    }

    private static boolean isPlain(String name) {
        return PlainName.problem(name, PlainName.MOST_BYTES, PlainName.fileNameCharset()) == null;
    }

    private static Set<Path> files(Path folder, String layer) {
        Set<Path> files = new TreeSet<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (SBOM.matcher(name).matches()
                        && isPlain(layer + "." + name)
                        && Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
                    files.add(entry);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw Failures.of(folder, new IOException(e.getMessage(), e));
        } catch (IOException e) {
            throw Failures.of(folder, e);
        }
        return files;
    }
}
