package dev.restorer.core.layersdir;

import dev.restorer.api.LayersDirectoryException;
import dev.restorer.files.ConfinedFolder;
import java.io.IOException;
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
            return new BuildpackFolder(ConfinedFolder.make(path, name));
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
            return ConfinedFolder.open(path, name).map(BuildpackFolder::new);
        } catch (IOException e) {
            throw Failures.of(path.resolve(name), e);
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
