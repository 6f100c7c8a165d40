package dev.restorer.core.engine;

import dev.restorer.core.layersdir.BuildpackDirectory;
import dev.restorer.core.layersdir.HiddenBuildpackDirectory;
import dev.restorer.core.layersdir.LayersDirectory;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The directory to which the metadata of one buildpack is written: its directory, or a hidden one that is moved there
 * at the end. The latter is for a new directory, which then appears completely, and whose files need no temporary file
 * each.
 *
 * @param layers the layers directory
 * @param name the name of the buildpack's directory
 * @param hidden the hidden directory, or null if the buildpack's directory exists already
 */
record MetadataTarget(
        LayersDirectory layers, String name, @Nullable HiddenBuildpackDirectory hidden) {

    static MetadataTarget of(LayersDirectory layers, String name) {
        return new MetadataTarget(layers, name, layers.createHidden(name).orElse(null));
    }

    /** Opens the directory; it may be opened several times. */
    BuildpackDirectory open() {
        return hidden == null ? layers.make(name) : hidden.open();
    }

    /**
     * Tells whether the store keeps diff ids in files of this directory, and the directory is still hidden, so that
     * they are written with the other files. Otherwise the diff ids are put later.
     */
    boolean hasFilesOf(ShaStoreCalls shaStore, String buildpackId) {
        return hidden != null && shaStore.keepsIn(Objects.requireNonNull(layers.path(name)), buildpackId);
    }

    /** Tells whether files that are written are visible at once. */
    boolean isVisible() {
        return hidden == null;
    }

    /** Removes the hidden directory, if there is one. */
    void discard() {
        if (hidden != null) {
            hidden.remove();
        }
    }

    /** Moves the hidden directory, if there is one, into its place, once all files are written. */
    void place() {
        if (hidden != null) {
            hidden.place();
        }
    }
}
