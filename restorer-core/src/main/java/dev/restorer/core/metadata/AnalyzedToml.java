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

    private static final String METADATA = "metadata";
    private static final String BUILDPACKS = "buildpacks";
    private static final String LAYERS = "layers";

    private AnalyzedToml() {}

    static AppMetadata parse(byte[] toml) {
        JsonNode metadata = TomlFields.table(TomlFormat.tree(toml), METADATA);
        try {
            return new AppMetadata(buildpacks(TomlFields.tables(metadata, BUILDPACKS)));
        } catch (FormatException e) {
            throw e.in(METADATA);
        }
    }

    private static List<BuildpackMetadata> buildpacks(JsonNode entries) {
        List<BuildpackMetadata> buildpacks = new ArrayList<>();
        for (JsonNode entry : entries) {
            try {
                buildpacks.add(buildpack(entry));
            } catch (FormatException e) {
                throw e.in(BUILDPACKS + "[" + buildpacks.size() + "]");
            }
        }
        return buildpacks;
    }

    private static BuildpackMetadata buildpack(JsonNode entry) {
        Map<String, LayerMetadata> layers = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> layer : TomlFields.table(entry, LAYERS).properties()) {
            if (!layer.getValue().isObject()) {
                throw new FormatException(place(layer.getKey()) + " is not a table");
            }
            try {
                layers.put(layer.getKey(), layer(layer.getValue()));
            } catch (FormatException e) {
                throw e.in(place(layer.getKey()));
            }
        }
        return new BuildpackMetadata(TomlFields.string(entry, "key"), layers, store(entry));
    }

    private static String place(String layer) {
        return LAYERS + "." + Quoted.quote(layer);
    }

    private static LayerMetadata layer(JsonNode node) {
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
        JsonNode metadata = node.path(METADATA);
        return metadata.isMissingNode() ? Metadata.none() : Metadata.of(NodeValues.value(metadata));
    }
}
