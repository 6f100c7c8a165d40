package dev.restorer.core.layersdir;

import dev.restorer.core.metadata.LayerTypesToml;
import java.io.IOException;

/** Reads what a layer's own file says of its types. */
public final class LayerTypesFile {

    private static final LayerTypesToml SILENT = new LayerTypesToml(false, false);
    private static final int MAX_BYTES = 16 << 20;

    private LayerTypesFile() {}

    /**
     * Reads the file of a layer.
     *
     * @param layers the layers of its buildpack
     * @param layer the name of the layer
     * @return what it says; a file that cannot be read says nothing
     */
    public static LayerTypesToml read(LayerFiles layers, String layer) {
        try {
            byte[] toml = layers.folder().read(layer + ".toml", MAX_BYTES);
            return toml == null ? SILENT : LayerTypesToml.parse(toml);
        } catch (IOException | IllegalArgumentException e) {
            return SILENT;
        }
    }
}
