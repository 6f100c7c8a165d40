package dev.restorer.core.layersdir;

import dev.restorer.api.LayersDirectoryException;
import dev.restorer.files.AtomicDirectories;
import dev.restorer.files.ConfinedDirectory;
import dev.restorer.files.HiddenDirectory;
import dev.restorer.files.LayersDirectoryNames;
import dev.restorer.files.Leftover;
import dev.restorer.files.UnmovableException;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The directories and files of the layers of one buildpack. Safe for use by many threads at once. */
public final class LayerFiles {

    private final ConfinedDirectory directory;
    private final AtomicDirectories directories;
    private final Failures failures;

    LayerFiles(ConfinedDirectory directory, Failures failures) {
        this.directory = directory;
        this.failures = failures;
        this.directories = new AtomicDirectories(directory);
    }

    /**
     * Returns the directory that the layers are in.
     *
     * @return the buildpack's directory
     */
    public ConfinedDirectory directory() {
        return directory;
    }

    /**
     * Returns the name of that directory.
     *
     * @return the buildpack's id, escaped
     */
    public String name() {
        return String.valueOf(directory.path().getFileName());
    }

    /**
     * Finds the layers: directories, and {@code .toml} files that do not belong to the buildpack.
     *
     * @param isBuildpackFile tells whether a file of a given name belongs to the buildpack
     * @return their names, in order
     */
    public Set<String> find(Predicate<String> isBuildpackFile) {
        Set<String> layers = new TreeSet<>();
        try {
            for (String name : directory.names()) {
                BasicFileAttributes attributes = directory.attributes(name);
                if (attributes != null && attributes.isDirectory()) {
                    layers.add(name);
                } else if (LayersDirectoryNames.isToml(name) && !isBuildpackFile.test(name)) {
                    layers.add(LayersDirectoryNames.layerOf(name));
                }
            }
        } catch (IOException e) {
            throw failures.of(directory.path(), e);
        }
        return layers;
    }

    /**
     * Tells whether the directory of a layer is on another device. Then no contents can be moved there from this
     * directory.
     *
     * @param layer the name of the layer
     * @return whether it is on another device
     */
    public boolean isOnOtherDevice(String layer) {
        return directory.isOnOtherDevice(layer);
    }

    /**
     * Moves contents into the place of a layer, and replaces what exists there.
     *
     * @param contents a hidden directory with the contents, created in {@link #directory()}; it does not exist
     *     afterwards
     * @param layer the name of the layer
     * @return what remains of the replaced entry, under a hidden name, if it cannot be removed
     * @throws UnmovableException if the contents must be extracted in the existing directory; see
     *     {@link #openUnmovable}
     * @throws LayersDirectoryException if the contents cannot be moved there
     */
    public Optional<Leftover> place(HiddenDirectory contents, String layer) throws UnmovableException {
        try {
            return directories.place(contents, layer);
        } catch (UnmovableException e) {
            throw e;
        } catch (IOException e) {
            throw failures.ofLayer(directory.path().resolve(layer), e);
        }
    }

    /**
     * Opens the directory of a layer, which cannot be moved away, to replace its entries.
     *
     * @param layer the name of the layer
     * @return the directory, to be closed by the caller
     * @throws LayersDirectoryException if there is none, or it cannot be opened
     */
    public UnmovableLayer openUnmovable(String layer) {
        try {
            return new UnmovableLayer(directories.openUnmovable(layer), failures);
        } catch (IOException e) {
            throw failures.ofLayer(directory.path().resolve(layer), e);
        }
    }

    /**
     * Removes a layer. Its {@code .sha} is removed first and its {@code .toml} last: if this is interrupted, a later
     * restore still finds the layer, and removes it, since it has no diff id.
     *
     * @param layer the name of the layer
     * @return the first file or directory that cannot be removed, if any; the others are removed nevertheless
     */
    public Optional<Leftover> remove(String layer) {
        String sha = LayersDirectoryNames.sha(layer);
        String toml = LayersDirectoryNames.toml(layer);
        boolean isStore = toml.equals(LayersDirectoryNames.STORE);
        return directories.removeAll(isStore ? List.of(sha, layer) : List.of(sha, layer, toml));
    }

    /**
     * Tells whether a layer has a metadata file.
     *
     * @param layer the name of the layer
     * @return whether its {@code .toml} exists
     */
    public boolean hasToml(String layer) {
        try {
            return directory.attributes(LayersDirectoryNames.toml(layer)) != null;
        } catch (IOException e) {
            throw failures.of(directory.path(), e);
        }
    }

    /**
     * Removes the metadata files of a layer, and does not change its directory.
     *
     * @param layer the name of the layer
     * @return the first file that cannot be removed, if any
     */
    public Optional<Leftover> removeMetadata(String layer) {
        return directories.removeAll(List.of(LayersDirectoryNames.sha(layer), LayersDirectoryNames.toml(layer)));
    }

    /**
     * Removes the hidden entries that a killed restore left behind.
     *
     * @return the first entry that cannot be removed, if any
     */
    public Optional<Leftover> removeHidden() {
        try {
            return directories.removeHidden();
        } catch (IOException e) {
            throw failures.of(directory.path(), e);
        }
    }

    /**
     * Returns the path to which an SBOM file of a layer is moved.
     *
     * @param file the file
     * @return the path next to the layer
     */
    public Path path(SbomFile file) {
        return directory.path().resolve(file.nameBesideLayer());
    }

    /**
     * Moves an SBOM file next to its layer, and replaces an existing file.
     *
     * @param file the file
     * @return its new path
     */
    public Path moveIn(SbomFile file) {
        try {
            directory.moveIn(file.path(), file.nameBesideLayer());
            return path(file);
        } catch (IOException e) {
            throw failures.of(path(file), e);
        }
    }
}
