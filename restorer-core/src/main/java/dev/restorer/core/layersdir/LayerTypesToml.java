package dev.restorer.core.layersdir;

import dev.restorer.core.formats.FormatException;
import dev.restorer.core.formats.LimitException;
import dev.restorer.core.formats.TomlTable;

/**
 * What a layer's file says of its types at the top, as files do below Buildpack API 0.6.
 *
 * @param cached whether it says that the layer is cached
 * @param hasTable whether it has a table of types, which counts from Buildpack API 0.6 on
 */
public record LayerTypesToml(boolean cached, boolean hasTable) {

    /**
     * Reads the file of a layer.
     *
     * @param toml the bytes of the file
     * @return what it says
     * @throws LimitException if it may be TOML, but is more than is read
     * @throws FormatException if it is not TOML in UTF-8, or one of the types is not a boolean
     */
    static LayerTypesToml parse(byte[] toml) {
        TomlTable root = TomlTable.read(toml);
        root.bool("build");
        root.bool("launch");
        return new LayerTypesToml(root.bool("cache"), root.has("types"));
    }
}
