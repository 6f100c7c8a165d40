package dev.restorer.core.layersdir;

import dev.restorer.api.LayerMetadata;
import dev.restorer.api.LayerTypes;
import dev.restorer.api.Metadata;
import dev.restorer.api.StoreMetadata;
import dev.restorer.api.UnwritableMetadataException;
import dev.restorer.core.formats.FormatException;
import dev.restorer.core.formats.JsonValues;
import dev.restorer.core.formats.JsonWriter;
import dev.restorer.core.formats.TomlDocument;
import dev.restorer.core.formats.ValueWriter;
import org.jspecify.annotations.Nullable;

/** Creates the contents of {@code <layer>.toml} and {@code store.toml}. Not safe for use by several threads at once. */
final class LayerToml {

    private static final String METADATA = "metadata";

    private final TomlDocument document = new TomlDocument();

    /**
     * Creates the contents of a layer's file. (Buildpack specification, Layer Content Metadata)
     *
     * @param owner the layer, for messages
     * @param layer its metadata
     * @param topLevelTypes whether its types are written at the top level, as below Buildpack API 0.6
     */
    byte[] layer(Object owner, LayerMetadata layer, boolean topLevelTypes) {
        return document(owner, topLevelTypes ? layer.types() : null, layer.metadata());
    }

    /** Creates the contents of a {@code store.toml}. */
    byte[] store(Object owner, StoreMetadata store) {
        return document(owner, null, store.metadata());
    }

    private byte[] document(Object owner, @Nullable LayerTypes types, Metadata metadata) {
        document.clear(); // an earlier call may have failed and left a part
        try {
            writeTypes(types);
            if (metadata instanceof Metadata.Json json && !JsonWriter.write(document, METADATA, json)) {
                document.clear();
                writeTypes(types);
                write(JsonValues.read(json));
            } else if (metadata instanceof Metadata.Value value) {
                write(value.value());
            }
            return document.finish();
        } catch (FormatException e) {
            throw new UnwritableMetadataException(owner.toString(), e.place(), e.problem());
        }
    }

    private void writeTypes(@Nullable LayerTypes types) {
        if (types != null) {
            document.key("build");
            document.bool(types.build());
            document.key("launch");
            document.bool(types.launch());
            document.key("cache");
            document.bool(types.cache());
        }
    }

    private void write(@Nullable Object value) {
        if (value != null) {
            new ValueWriter(document).write(METADATA, value);
        }
    }
}
