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

/** Reads the app metadata in an {@code analyzed.toml}. */
final class AnalyzedToml {

    private AnalyzedToml() {}

    static AppMetadata parse(byte[] toml) {
        JsonNode metadata = TomlFields.table(TomlFormat.tree(toml), "metadata");
        List<BuildpackMetadata> buildpacks = new ArrayList<>();
        TomlFields.tables(metadata, "buildpacks").forEach(entry -> buildpacks.add(buildpack(entry)));
        return new AppMetadata(buildpacks);
    }

    private static BuildpackMetadata buildpack(JsonNode entry) {
        Map<String, LayerMetadata> layers = new LinkedHashMap<>();
        TomlFields.table(entry, "layers").properties().forEach(layer -> layers.put(layer.getKey(), layer(layer)));
        return new BuildpackMetadata(TomlFields.string(entry, "key"), layers, store(entry));
    }

    private static LayerMetadata layer(Map.Entry<String, JsonNode> layer) {
        JsonNode node = layer.getValue();
        if (!node.isObject()) {
            throw new FormatException("layer " + Quoted.quote(layer.getKey()) + " is not a table");
        }
        LayerTypes types = LayerTypes.of(
                TomlFields.bool(node, "build"), TomlFields.bool(node, "launch"), TomlFields.bool(node, "cache"));
        return new LayerMetadata(TomlFields.string(node, "sha"), types, metadata(node));
    }

    private static @Nullable StoreMetadata store(JsonNode buildpack) {
        if (buildpack.path("store").isMissingNode()) {
            return null;
        }
        JsonNode store = TomlFields.table(buildpack, "store");
        TomlFields.table(store, "metadata");
        return new StoreMetadata(metadata(store));
    }

    /** In the label it is {@code data}; in TOML it is {@code metadata}. */
    private static Metadata metadata(JsonNode node) {
        JsonNode metadata = node.path("metadata");
        return metadata.isMissingNode() ? Metadata.none() : Metadata.of(NodeValues.value(metadata));
    }
}
