package dev.restorer.core.metadata;

import dev.restorer.api.AppMetadata;
import dev.restorer.api.BuildpackMetadata;
import dev.restorer.api.LayerMetadata;
import dev.restorer.api.LayerTypes;
import dev.restorer.api.Metadata;
import dev.restorer.api.StoreMetadata;
import dev.restorer.core.formats.toml.TomlTable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the app metadata in an {@code analyzed.toml}. */
public final class AnalyzedToml {

    private static final String METADATA = "metadata";
    private static final String STORE = "store";

    private AnalyzedToml() {}

    /**
     * Reads a document.
     *
     * @param toml the bytes of the file
     * @return its app metadata; empty if it has none
     */
    public static AppMetadata parse(byte[] toml) {
        return appMetadata(TomlTable.read(toml));
    }

    /**
     * Tells whether a document has a table for app metadata, with or without buildpacks.
     *
     * @param toml the bytes of the file
     * @return whether it has one
     */
    public static boolean hasMetadata(byte[] toml) {
        TomlTable root = TomlTable.read(toml);
        appMetadata(root); // a document in which a field has another type is not used
        return root.has(METADATA);
    }

    private static AppMetadata appMetadata(TomlTable root) {
        AnalyzedFieldTypes.require(root);
        return new AppMetadata(root.table(METADATA).tables("buildpacks").stream()
                .map(AnalyzedToml::buildpack)
                .toList());
    }

    private static BuildpackMetadata buildpack(TomlTable entry) {
        entry.string("version"); // it has no effect, but must be a string
        Map<String, LayerMetadata> layers = new LinkedHashMap<>();
        TomlTable tables = entry.map("layers");
        for (String layer : tables.keys()) {
            layers.put(layer, layer(tables.table(layer)));
        }
        return new BuildpackMetadata(entry.string("key"), layers, store(entry));
    }

    private static LayerMetadata layer(TomlTable layer) {
        LayerTypes types = LayerTypes.of(layer.bool("build"), layer.bool("launch"), layer.bool("cache"));
        return LayerMetadata.of(DiffIdLength.require(layer.string("sha")))
                .types(types)
                .metadata(metadata(layer))
                .build();
    }

    private static @Nullable StoreMetadata store(TomlTable buildpack) {
        if (!buildpack.has(STORE)) {
            return null;
        }
        Object metadata = buildpack.table(STORE).value(METADATA);
        return new StoreMetadata(metadata instanceof Map ? Metadata.of(metadata) : Metadata.none()); // as TomlTable.map
    }

    /** The field is called {@code data} in the label, and {@code metadata} in TOML. */
    private static Metadata metadata(TomlTable table) {
        Object metadata = table.value(METADATA);
        return metadata == null ? Metadata.none() : Metadata.of(metadata);
    }
}
