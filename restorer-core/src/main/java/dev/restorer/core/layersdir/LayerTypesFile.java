package dev.restorer.core.layersdir;

import dev.restorer.core.metadata.StrictToml;
import java.io.IOException;
import java.util.stream.Stream;
import org.tomlj.TomlTable;

/**
 * What a layer's own file says of its types, as files do below Buildpack API 0.6.
 *
 * @param cached whether it says that the layer is cached; a file that cannot be read says nothing
 * @param hasTable whether it has a table of types, which counts from Buildpack API 0.6 on
 */
public record LayerTypesFile(boolean cached, boolean hasTable) {

    private static final LayerTypesFile SILENT = new LayerTypesFile(false, false);
    private static final int MOST_BYTES = 16 << 20;

    /**
     * Reads the file of a layer.
     *
     * @param layers the layers of its buildpack
     * @param layer the name of the layer
     * @return what it says
     */
    public static LayerTypesFile read(LayerFiles layers, String layer) {
        try {
            byte[] toml = layers.folder().read(layer + ".toml", MOST_BYTES);
            return toml == null ? SILENT : of(StrictToml.parse(toml));
        } catch (IOException | IllegalArgumentException e) {
            return SILENT;
        }
    }

    private static LayerTypesFile of(TomlTable toml) {
        boolean understood =
                Stream.of("build", "launch", "cache").allMatch(type -> !toml.contains(type) || toml.isBoolean(type));
        return understood
                ? new LayerTypesFile(Boolean.TRUE.equals(toml.getBoolean("cache")), toml.contains("types"))
                : SILENT;
    }
}
