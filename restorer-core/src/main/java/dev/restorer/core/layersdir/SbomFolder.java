package dev.restorer.core.layersdir;

import dev.restorer.api.LayersDirectoryException;
import dev.restorer.files.FileMode;
import dev.restorer.files.Leftover;
import dev.restorer.files.PlainName;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A folder of SBOM files: {@code <buildpack>/<layer>/sbom.<format>.json}. Nothing in it is followed that is a link.
 *
 * @param path where it is
 */
public record SbomFolder(Path path) {

    /** What the analyzer calls its folder in the layers directory. */
    public static final String NAME = "sbom";

    /** Of any other name, a file would take the place of the layer's {@code .toml} or {@code .sha}. */
    private static final Pattern SBOM = Pattern.compile("sbom\\..+json");

    /**
     * Finds what the analyzer left of the launch layers of the previous image.
     *
     * @param layersDirectory the layers directory
     * @return the folder, if there is one
     */
    public static Optional<SbomFolder> ofLaunchLayers(LayerFiles layersDirectory) {
        Path sbom = layersDirectory.folder().path().resolve(NAME);
        Path launch = sbom.resolve("launch");
        return isOpen(sbom) && isOpen(launch) ? Optional.of(new SbomFolder(launch)) : Optional.empty();
    }

    /**
     * Removes all that the analyzer left.
     *
     * @param layersDirectory the layers directory
     * @return what cannot be removed, if anything
     */
    public static Optional<Leftover> remove(LayerFiles layersDirectory) {
        return layersDirectory.removeEntry(NAME);
    }

    /**
     * Finds the layers of one buildpack.
     *
     * @param buildpack the name of the buildpack's folder
     * @param isLayer tells whether a layer may have a name
     * @return the names of the layers, in order
     * @throws LayersDirectoryException if the folder cannot be read
     */
    public List<String> layers(String buildpack, Predicate<String> isLayer) {
        return names(path.resolve(buildpack)).stream().filter(isLayer).toList();
    }

    /**
     * Finds the files of a layer.
     *
     * @param buildpack the name of the buildpack's folder
     * @param layer the name of the layer
     * @return the files, in order
     * @throws LayersDirectoryException if the folder cannot be read
     */
    public List<SbomFile> files(String buildpack, String layer) {
        Path folder = path.resolve(buildpack).resolve(layer);
        return names(folder).stream()
                .filter(name -> SBOM.matcher(name).matches())
                .map(name -> new SbomFile(folder.resolve(name), layer))
                .filter(file -> isPlain(file.nameBesideLayer()))
                .filter(file -> Files.isRegularFile(file.path(), LinkOption.NOFOLLOW_LINKS))
                .toList();
    }

    private static boolean isPlain(String name) {
        return PlainName.problem(name, PlainName.MOST_BYTES, PlainName.fileNameCharset()) == null;
    }

    /** Tells whether it is a folder, and opens it to its owner, whatever mode it was unpacked with. */
    private static boolean isOpen(Path folder) {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try {
            return FileMode.unlockFolder(folder);
        } catch (IOException e) {
            throw Failures.unreadable(folder, e);
        }
    }

    private static Set<String> names(Path folder) {
        Set<String> names = new TreeSet<>();
        if (!isOpen(folder)) {
            return names;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            entries.forEach(entry -> names.add(entry.getFileName().toString()));
            return names;
        } catch (DirectoryIteratorException e) {
            throw Failures.unreadable(folder, new IOException(e.getMessage(), e));
        } catch (IOException e) {
            throw Failures.unreadable(folder, e);
        }
    }
}
