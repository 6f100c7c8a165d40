package dev.restorer.core.layersdir;

import dev.restorer.core.formats.FormatException;
import dev.restorer.core.formats.LimitException;
import dev.restorer.core.formats.TomlTable;

/**
 * The types at the top level of a layer's file, as in files below Buildpack API 0.6.
 *
 * @param cached whether the file says that the layer is cached
 * @param hasTable whether it has a {@code [types]} table, in exactly this case, which is used from Buildpack API 0.6 on
 */
public record LayerTypesToml(boolean cached, boolean hasTable) {

    /**
     * Reads the file of a layer.
     *
     * @param toml the bytes of the file
     * @return the types
     * @throws LimitException if it exceeds a limit
     * @throws FormatException if it is not TOML in UTF-8, or one of the types is not a boolean
     */
    static LayerTypesToml parse(byte[] toml) {
        TomlTable root = TomlTable.read(toml);
        root.bool("build");
        root.bool("launch");
        return new LayerTypesToml(root.bool("cache"), root.keys().contains("types"));
    }
}
