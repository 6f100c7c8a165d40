package dev.restorer.core.metadata;

import dev.restorer.api.AppMetadata;
import dev.restorer.api.BuildpackMetadata;
import dev.restorer.api.LayerMetadata;
import dev.restorer.api.LayerTypes;
import dev.restorer.api.Metadata;
import dev.restorer.api.StoreMetadata;
import dev.restorer.core.formats.FormatException;
import dev.restorer.core.formats.TomlTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the app metadata in an {@code analyzed.toml}. */
public final class AnalyzedToml {

    private static final String METADATA = "metadata";
    private static final String BUILDPACKS = "buildpacks";
    private static final String LAYERS = "layers";
    private static final String STORE = "store";

    private AnalyzedToml() {}

    /**
     * Reads a document.
     *
     * @param toml the bytes of the file
     * @return its app metadata; empty if it has none
     */
    public static AppMetadata parse(byte[] toml) {
        TomlTable metadata = TomlTable.read(toml).table(METADATA);
        try {
            return new AppMetadata(buildpacks(metadata.tables(BUILDPACKS)));
        } catch (FormatException e) {
            throw e.within(METADATA);
        }
    }

    private static List<BuildpackMetadata> buildpacks(List<TomlTable> entries) {
        List<BuildpackMetadata> buildpacks = new ArrayList<>();
        for (TomlTable entry : entries) {
            try {
                buildpacks.add(buildpack(entry));
            } catch (FormatException e) {
                throw e.within(BUILDPACKS + "[" + buildpacks.size() + "]");
            }
        }
        return buildpacks;
    }

    private static BuildpackMetadata buildpack(TomlTable entry) {
        Map<String, LayerMetadata> layers = new LinkedHashMap<>();
        TomlTable tables = entry.table(LAYERS);
        for (String layer : tables.keys()) {
            try {
                layers.put(layer, layer(layer, tables));
            } catch (FormatException e) {
                throw e.within(LAYERS);
            }
        }
        return new BuildpackMetadata(entry.string("key"), layers, store(entry));
    }

    private static LayerMetadata layer(String name, TomlTable layers) {
        TomlTable layer = layers.table(name);
        try {
            LayerTypes types = LayerTypes.of(layer.bool("build"), layer.bool("launch"), layer.bool("cache"));
            return LayerMetadata.of(layer.string("sha"))
                    .types(types)
                    .metadata(metadata(layer))
                    .build();
        } catch (FormatException e) {
            throw e.within(TomlTable.quoteKey(name));
        }
    }

    private static @Nullable StoreMetadata store(TomlTable buildpack) {
        if (!buildpack.has(STORE)) {
            return null;
        }
        TomlTable store = buildpack.table(STORE);
        store.table(METADATA);
        return new StoreMetadata(metadata(store));
    }

    /** The field is called {@code data} in the label, and {@code metadata} in TOML. */
    private static Metadata metadata(TomlTable table) {
        Object metadata = table.value(METADATA);
        return metadata == null ? Metadata.none() : Metadata.of(metadata);
    }
}
