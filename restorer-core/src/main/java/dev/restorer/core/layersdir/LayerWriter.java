package dev.restorer.core.layersdir;

import dev.restorer.api.LayerId;
import dev.restorer.api.LayerMetadata;
import dev.restorer.files.LayersDirectoryNames;

/** Writes the files of the layers of one buildpack. Not safe for use by several threads at once. */
public final class LayerWriter {

    private final BuildpackDirectory directory;
    private final boolean topLevelTypes;
    private final LayerToml toml = new LayerToml();

    LayerWriter(BuildpackDirectory directory, boolean topLevelTypes) {
        this.directory = directory;
        this.topLevelTypes = topLevelTypes;
    }

    /**
     * Writes the file of a layer.
     *
     * @param id the layer, whose name must be safe
     * @param layer its metadata
     */
    public void write(LayerId id, LayerMetadata layer) {
        directory.write(LayersDirectoryNames.toml(id.layer()), toml.layer(id, layer, topLevelTypes));
    }
}
