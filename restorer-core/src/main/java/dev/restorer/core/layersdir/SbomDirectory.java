package dev.restorer.core.layersdir;

import dev.restorer.api.LayersDirectoryException;
import dev.restorer.files.DirectoryEntries;
import dev.restorer.files.FileMode;
import dev.restorer.files.LayersDirectoryNames;
import dev.restorer.files.Leftover;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A directory of SBOM files: {@code <buildpack>/<layer>/sbom.<format>.json}. Links in it are not followed.
 *
 * @param path its path
 */
public record SbomDirectory(Path path) {

    /**
     * Finds a directory of SBOM files that the layers directory had before the restore.
     *
     * @param layersDirectory the layers directory
     * @param name the name of the directory: that of launch layers, which the analyzer writes, or of cached layers
     * @return the directory, or empty if there is none
     */
    public static Optional<SbomDirectory> in(OpenedLayersDirectory layersDirectory, String name) {
        Path sbom = layersDirectory.directory().path().resolve(LayersDirectoryNames.SBOM);
        Path named = sbom.resolve(name);
        return grantOwnerAccess(sbom) && grantOwnerAccess(named)
                ? Optional.of(new SbomDirectory(named))
                : Optional.empty();
    }

    /**
     * Removes all SBOM files that the layers directory had before the restore.
     *
     * @param layersDirectory the layers directory
     * @return what cannot be removed, if anything
     */
    public static Optional<Leftover> remove(OpenedLayersDirectory layersDirectory) {
        return layersDirectory.remove(LayersDirectoryNames.SBOM);
    }

    /**
     * Finds the layers of one buildpack.
     *
     * @param buildpack the name of the buildpack's directory
     * @param isLayer tells whether a name is that of a layer
     * @return the names of the layers, in order
     * @throws LayersDirectoryException if the directory cannot be read
     */
    public List<String> layers(String buildpack, Predicate<String> isLayer) {
        return names(path.resolve(buildpack)).stream().filter(isLayer).toList();
    }

    /**
     * Finds the files of a layer.
     *
     * @param buildpack the name of the buildpack's directory
     * @param layer the name of the layer
     * @return the files, in order
     * @throws LayersDirectoryException if the directory cannot be read
     */
    public List<SbomFile> files(String buildpack, String layer) {
        Path directory = path.resolve(buildpack).resolve(layer);
        return names(directory).stream()
                .filter(LayersDirectoryNames::isSbom)
                .map(name -> new SbomFile(directory.resolve(name), layer))
                .filter(file -> Files.isRegularFile(file.path(), LinkOption.NOFOLLOW_LINKS))
                .toList();
    }

    /**
     * Tells whether a path is a directory, and gives its owner access, since it may have been extracted with any mode.
     */
    private static boolean grantOwnerAccess(Path directory) {
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try {
            return FileMode.grantOwnerAccess(directory);
        } catch (IOException e) {
            throw Failures.unreadable(directory, e);
        }
    }

    private static Set<String> names(Path directory) {
        Set<String> names = new TreeSet<>();
        if (!grantOwnerAccess(directory)) {
            return names;
        }
        try {
            DirectoryEntries.forEach(
                    directory, entry -> names.add(entry.getFileName().toString()));
            return names;
        } catch (IOException e) {
            throw Failures.unreadable(directory, e);
        }
    }
}
