package dev.restorer.core.layersdir;

import dev.restorer.api.LayersDirectoryException;
import dev.restorer.files.ConfinedFolder;
import dev.restorer.files.HiddenFolder;
import dev.restorer.files.WholeFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The directory that holds a folder a buildpack. It is trusted; what stands in it is not. */
public final class LayersDirectory {

    private final Path path;

    /**
     * Names a layers directory, which need not be there yet.
     *
     * @param path its path
     */
    public LayersDirectory(Path path) {
        this.path = path;
    }

    /**
     * Returns where the folder of a buildpack is, or would be.
     *
     * @param name its name, which is safe, or null
     * @return its path, or null if there is no name
     */
    public @Nullable Path path(@Nullable String name) {
        return name == null ? null : path.resolve(name);
    }

    /**
     * Opens the folder of a buildpack, and makes it where it is not there.
     *
     * @param name its name, which is safe
     * @return the folder, to be closed by the caller
     * @throws LayersDirectoryException if it cannot be made or opened, or is a symbolic link
     */
    public BuildpackFolder make(String name) {
        try {
            return new BuildpackFolder(ConfinedFolder.make(path, name), path.resolve(name));
        } catch (IOException e) {
            throw Failures.of(path.resolve(name), e);
        }
    }

    /**
     * Opens the folder of a buildpack if it is there.
     *
     * @param name its name, which is safe
     * @return the folder, to be closed by the caller
     * @throws LayersDirectoryException if it cannot be opened, or is a symbolic link
     */
    public Optional<BuildpackFolder> open(String name) {
        try {
            return ConfinedFolder.open(path, name).map(folder -> new BuildpackFolder(folder, path.resolve(name)));
        } catch (IOException e) {
            throw Failures.of(path.resolve(name), e);
        }
    }

    /**
     * Makes a folder for a buildpack that has none, beside its place.
     *
     * @param name its name, which is safe
     * @return the folder, or empty if something stands in its place already
     * @throws LayersDirectoryException if it cannot be made
     */
    public Optional<HiddenFolder> makeBeside(String name) {
        try {
            Files.createDirectories(path);
            try (ConfinedFolder directory = ConfinedFolder.openTrusted(path).orElseThrow()) {
                return directory.attributes(name) == null
                        ? Optional.of(new WholeFolders(directory).makeHidden())
                        : Optional.empty();
            }
        } catch (IOException e) {
            throw Failures.of(path.resolve(name), e);
        }
    }

    /**
     * Opens a folder that was made beside its place.
     *
     * @param hidden the folder
     * @param name the name of the buildpack's folder that it will be
     * @return the folder, to be closed by the caller
     */
    public BuildpackFolder open(HiddenFolder hidden, String name) {
        try {
            return new BuildpackFolder(ConfinedFolder.make(path, hidden.name()), path.resolve(name));
        } catch (IOException e) {
            throw Failures.of(path.resolve(name), e);
        }
    }

    /**
     * Puts a folder that was filled into its place.
     *
     * @param hidden the folder
     * @param name the name of its place
     * @throws LayersDirectoryException if something has come to stand there
     */
    public void appear(HiddenFolder hidden, String name) {
        try (ConfinedFolder directory = ConfinedFolder.openTrusted(path).orElseThrow()) {
            new WholeFolders(directory).appear(hidden, name);
        } catch (IOException e) {
            throw Failures.of(path.resolve(name), e);
        }
    }

    /** Removes what is hidden, of this restore or of one that was killed. */
    public void removeHidden() {
        try (LayerFiles directory = openTrusted().orElse(null)) {
            if (directory != null) {
                directory.removeHidden();
            }
        }
    }

    /**
     * Opens the directory itself if it is there.
     *
     * @return the directory, to be closed by the caller
     * @throws LayersDirectoryException if it cannot be opened
     */
    public Optional<LayerFiles> openTrusted() {
        try {
            return ConfinedFolder.openTrusted(path).map(LayerFiles::new);
        } catch (IOException e) {
            throw Failures.of(path, e);
        }
    }
}
