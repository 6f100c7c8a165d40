package dev.restorer.core.metadata;

import dev.restorer.api.AppMetadata;
import dev.restorer.api.BuildpackMetadata;
import dev.restorer.api.LayerMetadata;
import dev.restorer.api.LayerTypes;
import dev.restorer.api.Metadata;
import dev.restorer.api.Quoted;
import dev.restorer.api.StoreMetadata;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlFactory;
import tools.jackson.dataformat.toml.TomlMapper;
import tools.jackson.dataformat.toml.TomlReadFeature;

/** Reads the app metadata in an {@code analyzed.toml}: with Jackson, which is several times faster than tomlj at it. */
final class AnalyzedToml {

    private static final TomlMapper MAPPER = new TomlMapper(
            TomlFactory.builder().enable(TomlReadFeature.PARSE_JAVA_TIME).build());

    private AnalyzedToml() {}

    static AppMetadata parse(byte[] toml) {
        JsonNode metadata = table(MAPPER.readTree(SourceFile.utf8(toml)), "metadata");
        List<BuildpackMetadata> buildpacks = new ArrayList<>();
        JsonNode list = metadata.path("buildpacks");
        if (!list.isMissingNode() && !list.isArray()) {
            throw new FormatException("metadata.buildpacks is not an array");
        }
        list.forEach(entry -> buildpacks.add(buildpack(entry)));
        return new AppMetadata(buildpacks);
    }

    private static BuildpackMetadata buildpack(JsonNode entry) {
        if (!entry.isObject()) {
            throw new FormatException("metadata.buildpacks has an element that is not a table");
        }
        Map<String, LayerMetadata> layers = new LinkedHashMap<>();
        table(entry, "layers").properties().forEach(layer -> layers.put(layer.getKey(), layer(layer)));
        return new BuildpackMetadata(string(entry, "key"), layers, store(entry));
    }

    private static LayerMetadata layer(Map.Entry<String, JsonNode> layer) {
        JsonNode node = layer.getValue();
        if (!node.isObject()) {
            throw new FormatException("layer " + Quoted.quote(layer.getKey()) + " is not a table");
        }
        LayerTypes types = LayerTypes.of(bool(node, "build"), bool(node, "launch"), bool(node, "cache"));
        return new LayerMetadata(string(node, "sha"), types, metadata(node));
    }

    private static @Nullable StoreMetadata store(JsonNode buildpack) {
        if (buildpack.path("store").isMissingNode()) {
            return null;
        }
        JsonNode store = table(buildpack, "store");
        table(store, "metadata");
        return new StoreMetadata(metadata(store));
    }

    /** In the label it is {@code data}; in TOML it is {@code metadata}. */
    private static Metadata metadata(JsonNode node) {
        JsonNode metadata = node.path("metadata");
        return metadata.isMissingNode() ? Metadata.none() : Metadata.of(NodeValues.value(metadata));
    }

    private static JsonNode table(JsonNode node, String name) {
        JsonNode table = node.path(name);
        if (!table.isMissingNode() && !table.isObject()) {
            throw new FormatException(name + " is not a table");
        }
        return table;
    }

    private static String string(JsonNode node, String name) {
        JsonNode string = node.path(name);
        if (!string.isMissingNode() && !string.isString()) {
            throw new FormatException(name + " is not a string");
        }
        return string.isMissingNode() ? "" : string.asString();
    }

    private static boolean bool(JsonNode node, String name) {
        JsonNode bool = node.path(name);
        if (!bool.isMissingNode() && !bool.isBoolean()) {
            throw new FormatException(name + " is not a boolean");
        }
        return !bool.isMissingNode() && bool.asBoolean();
    }
}
