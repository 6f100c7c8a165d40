package dev.restorer.core.layersdir;

import dev.restorer.api.LayerId;
import dev.restorer.api.LayerMetadata;
import dev.restorer.files.LayersDirectoryNames;

/** Writes the files of the layers of one buildpack. Not for several threads at once. */
public final class LayerWriter {

    private final BuildpackDirectory directory;
    private final boolean typesOnTop;
    private final LayerToml toml = new LayerToml();

    LayerWriter(BuildpackDirectory directory, boolean typesOnTop) {
        this.directory = directory;
        this.typesOnTop = typesOnTop;
    }

    /**
     * Writes the file of a layer.
     *
     * @param id the layer, whose name is safe
     * @param layer what is known of it
     */
    public void write(LayerId id, LayerMetadata layer) {
        directory.write(LayersDirectoryNames.toml(id.layer()), toml.layer(id, layer, typesOnTop));
    }
}
