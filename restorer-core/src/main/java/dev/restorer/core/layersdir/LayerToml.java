package dev.restorer.core.layersdir;

import dev.restorer.api.LayerId;
import dev.restorer.api.LayerMetadata;
import dev.restorer.api.LayerTypes;
import dev.restorer.api.Metadata;
import dev.restorer.api.Quoted;
import dev.restorer.api.StoreMetadata;
import dev.restorer.api.UnwritableMetadataException;
import dev.restorer.core.formats.FormatException;
import dev.restorer.core.formats.JvmLimits;
import dev.restorer.core.formats.json.JsonValues;
import dev.restorer.core.formats.json.JsonWriter;
import dev.restorer.core.formats.toml.TomlDocument;
import dev.restorer.core.formats.toml.ValueWriter;
import org.jspecify.annotations.Nullable;

/** Creates the contents of {@code <layer>.toml} and {@code store.toml}. Not safe for use by several threads at once. */
final class LayerToml {

    private static final String METADATA = "metadata";

    private final TomlDocument document = new TomlDocument();

    /**
     * Creates the contents of a layer's file. (Buildpack specification, Layer Content Metadata)
     *
     * @param id the layer, for messages
     * @param layer its metadata
     * @param topLevelTypes whether its types are written at the top level, as below Buildpack API 0.6
     */
    byte[] layer(LayerId id, LayerMetadata layer, boolean topLevelTypes) {
        return document(id.toString(), topLevelTypes ? layer.types() : null, layer.metadata());
    }

    /**
     * Creates the contents of a {@code store.toml}.
     *
     * @param buildpackId the id of the buildpack, for messages
     * @param store its store
     */
    byte[] store(String buildpackId, StoreMetadata store) {
        return document("the store of " + Quoted.quote(buildpackId), null, store.metadata());
    }

    private byte[] document(String owner, @Nullable LayerTypes types, Metadata metadata) {
        try {
            return document(types, metadata);
        } catch (FormatException e) {
            throw new UnwritableMetadataException(owner, e.place(), e.problem(), e);
        } catch (OutOfMemoryError e) {
            throw new UnwritableMetadataException(owner, METADATA, JvmLimits.LARGER_THAN_MEMORY, e);
        } catch (StackOverflowError e) {
            throw new UnwritableMetadataException(owner, METADATA, JvmLimits.DEEPER_THAN_STACK, e);
        }
    }

    private byte[] document(@Nullable LayerTypes types, Metadata metadata) {
        document.clear(); // an earlier call may have failed and left a part
        writeTypes(types);
        if (metadata instanceof Metadata.Json json && !JsonWriter.write(document, METADATA, json)) {
            document.clear();
            writeTypes(types);
            write(JsonValues.read(json));
        } else if (metadata instanceof Metadata.Value value) {
            write(value.value());
        }
        return document.finish();
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
