package dev.restorer.core.metadata;

import java.time.DateTimeException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;

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
     * @throws IllegalArgumentException if it is no TOML in UTF-8, or one of the types is no boolean; the message says why
     * @throws StreamConstraintsException if it may be TOML, but is more than can be read
     */
    public static LayerTypesToml parse(byte[] toml) {
        try {
            JsonNode root = TomlFormat.tree(toml);
            TomlFields.bool(root, "build");
            TomlFields.bool(root, "launch");
            return new LayerTypesToml(TomlFields.bool(root, "cache"), root.has("types"));
        } catch (StreamConstraintsException e) {
            throw e;
        } catch (JacksonException e) {
            throw new FormatException(e.getOriginalMessage());
        } catch (DateTimeException e) {
            throw new FormatException(String.valueOf(e.getMessage()));
        }
    }
}
