package dev.restorer.core.layersdir;

import dev.restorer.api.LayersDirectoryException;
import dev.restorer.files.ConfinedDirectory;
import dev.restorer.files.HiddenDirectory;
import dev.restorer.files.LayersDirectoryNames;
import dev.restorer.files.Leftover;
import dev.restorer.files.UnmovableException;
import dev.restorer.files.WholeDirectories;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The directories and files of the layers of one buildpack. Safe for use by many threads at once. */
public final class LayerFiles implements AutoCloseable {

    private final ConfinedDirectory directory;
    private final WholeDirectories directories;

    LayerFiles(ConfinedDirectory directory) {
        this.directory = directory;
        this.directories = new WholeDirectories(directory);
    }

    /**
     * Returns the directory that they are in.
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
     * Finds the layers: directories, and {@code .toml} files that are no buildpack's own.
     *
     * @param own tells whether the file of a name is the buildpack's own
     * @return their names, in order
     */
    public Set<String> find(Predicate<String> own) {
        Set<String> layers = new TreeSet<>();
        try {
            for (String name : directory.names()) {
                BasicFileAttributes attributes = directory.attributes(name);
                if (attributes != null && attributes.isDirectory()) {
                    layers.add(name);
                } else if (LayersDirectoryNames.isToml(name) && !own.test(name)) {
                    layers.add(LayersDirectoryNames.layerOf(name));
                }
            }
        } catch (IOException e) {
            throw Failures.of(directory.path(), e);
        }
        return layers;
    }

    /**
     * Tells whether another disk is mounted in the place of a layer. Then no contents can be moved there from this
     * directory.
     *
     * @param layer the name of the layer
     * @return whether one is
     */
    public boolean isMounted(String layer) {
        return directory.isOnOtherDisk(layer);
    }

    /**
     * Puts contents into the place of a layer, instead of what stands there.
     *
     * @param contents the directory that holds them, made in {@link #directory()}; it is gone afterwards
     * @param layer the name of the layer
     * @return what stood there, if that cannot be removed; it is hidden then
     * @throws UnmovableException if they have to be made in what stands there: see {@link #standing}
     * @throws LayersDirectoryException if they cannot be put there
     */
    public Optional<Leftover> place(HiddenDirectory contents, String layer) throws UnmovableException {
        try {
            return directories.place(contents, layer);
        } catch (UnmovableException e) {
            throw e;
        } catch (IOException e) {
            throw Failures.ofPlace(directory.path().resolve(layer), e);
        }
    }

    /**
     * Opens the directory of a layer, which cannot be moved away, to replace what is in it.
     *
     * @param layer the name of the layer
     * @return the directory, to be closed by the caller
     * @throws LayersDirectoryException if there is none, or it cannot be opened
     */
    public StandingLayer standing(String layer) {
        try {
            return new StandingLayer(directories.standing(layer));
        } catch (IOException e) {
            throw Failures.ofPlace(directory.path().resolve(layer), e);
        }
    }

    /**
     * Removes a layer. Its {@code .toml} goes last: as long as that is there a run after this one finds the layer, and
     * with its {@code .sha} gone first, finds it wrong.
     *
     * @param layer the name of the layer
     * @return the first part of it that cannot be removed, if any; the others are gone all the same
     */
    public Optional<Leftover> remove(String layer) {
        String sha = LayersDirectoryNames.sha(layer);
        String toml = LayersDirectoryNames.toml(layer);
        boolean isStore = toml.equals(LayersDirectoryNames.STORE);
        return directories.removeAll(isStore ? List.of(sha, layer) : List.of(sha, layer, toml));
    }

    /**
     * Tells whether a layer has metadata.
     *
     * @param layer the name of the layer
     * @return whether its {@code .toml} is there
     */
    public boolean hasToml(String layer) {
        try {
            return directory.attributes(LayersDirectoryNames.toml(layer)) != null;
        } catch (IOException e) {
            throw Failures.of(directory.path(), e);
        }
    }

    /**
     * Removes the metadata of a layer, and leaves what stands in the place of its directory.
     *
     * @param layer the name of the layer
     * @return the first part of it that cannot be removed, if any
     */
    public Optional<Leftover> removeMetadata(String layer) {
        return directories.removeAll(List.of(LayersDirectoryNames.sha(layer), LayersDirectoryNames.toml(layer)));
    }

    /**
     * Removes what a run that was killed left hidden.
     *
     * @return the first thing that cannot be removed, if any
     */
    public Optional<Leftover> removeHidden() {
        try {
            return directories.removeHidden();
        } catch (IOException e) {
            throw Failures.of(directory.path(), e);
        }
    }

    /**
     * Returns where an SBOM file of a layer belongs.
     *
     * @param file the file, wherever it is
     * @return its path beside the layer
     */
    public Path place(SbomFile file) {
        return directory.path().resolve(file.nameBesideLayer());
    }

    /**
     * Moves an SBOM file beside its layer, in place of one that stands there.
     *
     * @param file the file
     * @return where it is then
     */
    public Path moveIn(SbomFile file) {
        try {
            directory.moveIn(file.path(), file.nameBesideLayer());
            return place(file);
        } catch (IOException e) {
            throw Failures.of(place(file), e);
        }
    }

    /**
     * Removes one entry, whatever it is.
     *
     * @param name its name
     * @return what cannot be removed, if anything
     */
    Optional<Leftover> removeEntry(String name) {
        return directories.remove(name);
    }

    @Override
    public void close() {
        try {
            directory.close();
        } catch (IOException e) {
            throw Failures.of(directory.path(), e);
        }
    }
}
