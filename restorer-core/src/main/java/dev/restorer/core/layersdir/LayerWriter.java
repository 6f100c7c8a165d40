package dev.restorer.core.layersdir;

import dev.restorer.api.LayerId;
import dev.restorer.api.LayerMetadata;

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
     * Returns the name of the file of a layer.
     *
     * @param layer the name of the layer
     * @return the name of its file
     */
    public static String fileName(String layer) {
        return layer + ".toml";
    }

    /**
     * Writes the file of a layer.
     *
     * @param id the layer, whose name is safe
     * @param layer what is known of it
     */
    public void write(LayerId id, LayerMetadata layer) {
        directory.write(fileName(id.layer()), toml.layer(id, layer, typesOnTop));
    }
}
