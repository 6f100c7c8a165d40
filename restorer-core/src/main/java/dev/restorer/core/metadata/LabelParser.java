package dev.restorer.core.metadata;

import dev.restorer.api.BuildpackMetadata;
import dev.restorer.api.LayerMetadata;
import dev.restorer.api.LayerTypes;
import dev.restorer.api.Metadata;
import dev.restorer.api.StoreMetadata;
import dev.restorer.core.formats.json.JsonReader;
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

    /** The fields that only a label has, or null for the metadata of a cache. */
    private final @Nullable LabelFieldTypes others;

    private final List<BuildpackEntry> buildpacks = new ArrayList<>();
    private String sbomDiffId = "";

    private LabelParser(JsonReader fields, @Nullable LabelFieldTypes others) {
        this.fields = fields;
        this.others = others;
    }

    /** Reads a label, which must be exactly one JSON value. */
    static Label parse(byte[] json) {
        return JsonReader.read(json, reader -> {
            Label label = new LabelParser(reader, new LabelFieldTypes(reader)).label();
            reader.requireEnd();
            return label;
        });
    }

    /** Reads the metadata of a cache: the first JSON value. Any text after it is ignored. */
    static Label parseFirst(byte[] json) {
        return JsonReader.read(json, reader -> new LabelParser(reader, null).label());
    }

    private Label label() {
        fields.object(this::field);
        List<BuildpackMetadata> metadata = new ArrayList<>(buildpacks.size());
        for (BuildpackEntry each : buildpacks) {
            metadata.add(each.metadata());
        }
        return new Label(metadata, sbomDiffId.isEmpty() ? null : sbomDiffId);
    }

    private void field(String name) {
        switch (name) {
            case "buildpacks" -> buildpacks();
            case "sbom" -> fields.object(this::sbomField);
            default -> otherField(name);
        }
    }

    private void otherField(String name) {
        if (others == null || !others.require(name)) {
            fields.other(name, this::field);
        }
    }

    /** If the array occurs twice, its elements are merged one by one, as in Go. */
    private void buildpacks() {
        int[] count = {0};
        fields.array(() -> {
            if (count[0] == buildpacks.size()) {
                buildpacks.add(new BuildpackEntry());
            }
            buildpacks.get(count[0]++).read();
        });
        buildpacks.subList(count[0], buildpacks.size()).clear();
    }

    private void sbomField(String name) {
        switch (name) {
            case "sha" -> sbomDiffId = fields.string(sbomDiffId);
            default -> fields.other(name, this::sbomField);
        }
    }

    private final class BuildpackEntry {
        private final Map<String, LayerMetadata> layers = new LinkedHashMap<>();
        private String id = "";
        private @Nullable StoreMetadata store;

        void read() {
            fields.object(this::field);
        }

        BuildpackMetadata metadata() {
            return new BuildpackMetadata(id, layers, store);
        }

        private void field(String name) {
            switch (name) {
                case "key" -> id = fields.string(id);
                case "layers" -> layers();
                case "store" -> store();
                case "version" -> fields.skipString();
                default -> fields.other(name, this::field);
            }
        }

        private void layers() {
            if (fields.isNull()) {
                layers.clear();
            }
            fields.object(layer -> layers.put(layer, new LayerEntry().read()));
        }

        private void store() {
            if (fields.isNull()) {
                store = null;
                return;
            }
            store = store == null ? new StoreMetadata(Metadata.none()) : store;
            fields.object(this::storeField);
        }

        private void storeField(String name) {
            switch (name) {
                case "metadata" -> {
                    fields.requireObjectOrNull();
                    store = new StoreMetadata(fields.metadata());
                }
                default -> fields.other(name, this::storeField);
            }
        }
    }

    private final class LayerEntry {
        private String diffId = "";
        private boolean build;
        private boolean launch;
        private boolean cache;
        private Metadata metadata = Metadata.none();

        LayerMetadata read() {
            fields.object(this::field);
            return LayerMetadata.of(diffId)
                    .types(LayerTypes.of(build, launch, cache))
                    .metadata(metadata)
                    .build();
        }

        private void field(String name) {
            switch (name) {
                case "sha" -> diffId = DiffIdLength.require(fields.string(diffId));
                case "build" -> build = fields.bool(build);
                case "launch" -> launch = fields.bool(launch);
                case "cache" -> cache = fields.bool(cache);
                case "data" -> metadata = fields.metadata();
                default -> fields.other(name, this::field);
            }
        }
    }
}
