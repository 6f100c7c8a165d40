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

/** Makes the contents of {@code <layer>.toml} and {@code store.toml}. Not for several threads at once. */
final class LayerToml {

    private static final String METADATA = "metadata";

    private final TomlDocument document = new TomlDocument();

    /**
     * Makes the contents of a layer's file. (Buildpack specification, Layer Content Metadata)
     *
     * @param owner the layer, for messages
     * @param layer what is known of it
     * @param typesOnTop whether its types are written too, as below Buildpack API 0.6
     */
    byte[] layer(Object owner, LayerMetadata layer, boolean typesOnTop) {
        return document(owner, typesOnTop ? layer.types() : null, layer.metadata());
    }

    /** Makes the contents of a {@code store.toml}. */
    byte[] store(Object owner, StoreMetadata store) {
        return document(owner, null, store.metadata());
    }

    private byte[] document(Object owner, @Nullable LayerTypes types, Metadata metadata) {
        document.clear(); // of what an earlier one may have left when it failed
        try {
            begin(types);
            if (metadata instanceof Metadata.Json json && !JsonWriter.write(document, METADATA, json)) {
                document.clear();
                begin(types);
                write(JsonValues.read(json));
            } else if (metadata instanceof Metadata.Value value) {
                write(value.value());
            }
            return document.finish();
        } catch (FormatException e) {
            throw new UnwritableMetadataException(owner.toString(), e.place(), e.problem());
        }
    }

    private void begin(@Nullable LayerTypes types) {
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
