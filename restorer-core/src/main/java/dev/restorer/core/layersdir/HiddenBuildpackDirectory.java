package dev.restorer.core.layersdir;

import dev.restorer.api.LayersDirectoryException;
import dev.restorer.files.AtomicDirectories;
import dev.restorer.files.ConfinedDirectory;
import dev.restorer.files.HiddenDirectory;
import dev.restorer.files.TrustedDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The new directory of a buildpack, under a hidden name until all its files are written. */
public final class HiddenBuildpackDirectory {

    private final TrustedDirectory layers;
    private final HiddenDirectory hidden;
    private final Path place;
    private final Failures failures;

    private HiddenBuildpackDirectory(TrustedDirectory layers, HiddenDirectory hidden, Path place, Failures failures) {
        this.layers = layers;
        this.hidden = hidden;
        this.place = place;
        this.failures = failures;
    }

    /** Creates the directory, unless an entry with its later name exists. */
    static Optional<HiddenBuildpackDirectory> create(TrustedDirectory layers, String name, Failures failures) {
        Path place = layers.path().resolve(name);
        try {
            layers.make();
            try (ConfinedDirectory opened = layers.open().orElseThrow()) {
                return opened.attributes(name) == null
                        ? Optional.of(new HiddenBuildpackDirectory(
                                layers, new AtomicDirectories(opened).makeHidden(), place, failures))
                        : Optional.empty();
            }
        } catch (IOException e) {
            throw failures.of(place, e);
        }
    }

    /**
     * Opens the directory.
     *
     * @return the directory, to be closed by the caller
     * @throws LayersDirectoryException if it was removed, or cannot be opened
     */
    public BuildpackDirectory open() {
        try {
            return new BuildpackDirectory(layers.openExisting(hidden.name()), place, failures);
        } catch (IOException e) {
            throw failures.of(place, e);
        }
    }

    /**
     * Moves the directory into its place.
     *
     * @throws LayersDirectoryException if an entry of its name exists by now
     */
    public void place() {
        try (ConfinedDirectory opened = layers.open().orElseThrow()) {
            new AtomicDirectories(opened).placeNew(hidden, String.valueOf(place.getFileName()));
        } catch (IOException e) {
            throw failures.of(place, e);
        }
    }

    /** Removes the directory with all that is in it, unless it was moved into its place. */
    public void remove() {
        hidden.remove();
    }
}
