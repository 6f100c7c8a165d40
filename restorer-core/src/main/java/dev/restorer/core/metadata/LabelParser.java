package dev.restorer.core.metadata;

import dev.restorer.api.BuildpackMetadata;
import dev.restorer.api.LayerMetadata;
import dev.restorer.api.LayerTypes;
import dev.restorer.api.Metadata;
import dev.restorer.api.StoreMetadata;
import dev.restorer.core.formats.JsonReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON format that the label and the metadata of the cache share, as a stream. The metadata of buildpacks is
 * checked to be JSON, and is kept as a range of the array.
 */
final class LabelParser {

    /** The content of a label or of a cache's metadata. */
    record Label(
            List<BuildpackMetadata> buildpacks, @Nullable String sbomDiffId) {}

    private final JsonReader fields;
    private List<BuildpackMetadata> buildpacks = new ArrayList<>();
    private @Nullable String sbomDiffId;

    private LabelParser(JsonReader fields) {
        this.fields = fields;
    }

    /** Reads a label, which must be exactly one JSON value. */
    static Label parse(byte[] json) {
        return JsonReader.read(json, reader -> {
            Label label = new LabelParser(reader).label();
            reader.requireEnd();
            return label;
        });
    }

    /** Reads the first JSON value, and ignores any text after it. */
    static Label parseFirst(byte[] json) {
        return JsonReader.read(json, reader -> new LabelParser(reader).label());
    }

    private Label label() {
        fields.object(this::labelField);
        return new Label(buildpacks, sbomDiffId);
    }

    private void labelField(String name) {
        switch (name) {
            case "buildpacks" -> {
                buildpacks = new ArrayList<>();
                fields.array(() -> buildpacks.add(new BuildpackEntry().read()));
            }
            case "sbom" -> fields.object(this::sbomField);
            default -> fields.skip();
        }
    }

    private void sbomField(String name) {
        if (name.equals("sha")) {
            String diffId = fields.string();
            sbomDiffId = diffId.isEmpty() ? null : diffId;
        } else {
            fields.skip();
        }
    }

    private final class BuildpackEntry {
        private final Map<String, LayerMetadata> layers = new LinkedHashMap<>();
        private String id = "";
        private @Nullable StoreMetadata store;

        BuildpackMetadata read() {
            fields.object(name -> {
                switch (name) {
                    case "key" -> id = fields.string();
                    case "layers" -> fields.object(layer -> layers.put(layer, new LayerEntry().read()));
                    case "store" -> store = store();
                    default -> fields.skip();
                }
            });
            return new BuildpackMetadata(id, layers, store);
        }

        private @Nullable StoreMetadata store() {
            if (fields.isNull()) {
                return null;
            }
            Metadata[] metadata = {Metadata.none()};
            fields.object(name -> {
                if (name.equals("metadata")) {
                    fields.requireObjectOrNull();
                    metadata[0] = fields.metadata();
                } else {
                    fields.skip();
                }
            });
            return new StoreMetadata(metadata[0]);
        }
    }

    private final class LayerEntry {
        private String diffId = "";
        private boolean build;
        private boolean launch;
        private boolean cache;
        private Metadata metadata = Metadata.none();

        LayerMetadata read() {
            fields.object(name -> {
                switch (name) {
                    case "sha" -> diffId = fields.string();
                    case "build" -> build = fields.bool();
                    case "launch" -> launch = fields.bool();
                    case "cache" -> cache = fields.bool();
                    case "data" -> metadata = fields.metadata();
                    default -> fields.skip();
                }
            });
            return LayerMetadata.of(diffId)
                    .types(LayerTypes.of(build, launch, cache))
                    .metadata(metadata)
                    .build();
        }
    }
}
