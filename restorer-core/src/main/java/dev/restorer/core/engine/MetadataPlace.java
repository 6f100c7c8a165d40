package dev.restorer.core.engine;

import dev.restorer.core.layersdir.BuildpackDirectory;
import dev.restorer.core.layersdir.LayersDirectory;
import dev.restorer.files.HiddenDirectory;
import dev.restorer.spi.FileShaStore;
import dev.restorer.spi.ShaStore;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the metadata of one buildpack is written: its directory, or one that becomes it. A directory that is new
 * appears whole, which also takes fewer steps than making each of its files whole.
 *
 * @param layers the layers directory
 * @param name the name of the buildpack's directory
 * @param hidden the directory that becomes it, or null if it is there already
 */
record MetadataPlace(
        LayersDirectory layers, String name, @Nullable HiddenDirectory hidden) {

    static MetadataPlace of(LayersDirectory layers, String name) {
        return new MetadataPlace(layers, name, layers.makeBeside(name).orElse(null));
    }

    /** Opens it, as often as there is something to write. */
    BuildpackDirectory open() {
        return hidden == null ? layers.make(name) : layers.open(hidden, name);
    }

    /**
     * What keeps diff ids in files of this very directory while nobody sees that yet, or null: then they are put later.
     */
    @Nullable
    FileShaStore fileStore(ShaStore shaStore, String buildpackId) {
        if (hidden == null || !(shaStore instanceof FileShaStore files)) {
            return null;
        }
        Path place = Objects.requireNonNull(layers.path(name));
        return files.keepsIn(place, buildpackId) ? files : null;
    }

    /** Tells whether what is written there can be seen at once. */
    boolean isSeen() {
        return hidden == null;
    }

    /** Removes it again, unless it can be seen. */
    void discard() {
        if (hidden != null) {
            hidden.remove();
        }
    }

    /** Lets it be seen, when all is written. */
    void appear() {
        if (hidden != null) {
            layers.appear(hidden, name);
        }
    }
}
