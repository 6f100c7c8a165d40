package dev.restorer.core.metadata;

import dev.restorer.api.BuildpackMetadata;
import dev.restorer.api.LayerMetadata;
import dev.restorer.api.LayerTypes;
import dev.restorer.api.Metadata;
import dev.restorer.api.StoreMetadata;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads the JSON that label and cache metadata share, as a stream: what buildpacks noted is checked to be JSON and stays
 * in the array it came in.
 */
final class LabelParser {

    /** What was read. */
    record Label(
            List<BuildpackMetadata> buildpacks, @Nullable String sbomDiffId) {}

    private final byte[] json;
    private final JsonParser parser;
    private final JsonFields fields;
    private List<BuildpackMetadata> buildpacks = new ArrayList<>();
    private @Nullable String sbomDiffId;

    private LabelParser(byte[] json, JsonParser parser) {
        this.json = json;
        this.parser = parser;
        this.fields = new JsonFields(parser);
    }

    /** Reads a label, which is one JSON value and nothing more. */
    static Label parse(byte[] json) {
        return parse(json, true);
    }

    /** Reads the first JSON value, and nothing that stands behind it. */
    static Label parseFirst(byte[] json) {
        return parse(json, false);
    }

    private static Label parse(byte[] json, boolean only) {
        requireUtf8(json);
        try (JsonParser parser = JsonFormat.parser(json, 0, json.length)) {
            LabelParser reading = new LabelParser(json, parser);
            Label label = reading.label();
            if (only) {
                reading.requireEnd();
            }
            return label;
        }
    }

    /** Jackson would take UTF-16 and UTF-32 as well, in which no part of the array were UTF-8. */
    private static void requireUtf8(byte[] json) {
        for (int i = 0; i < Math.min(4, json.length); i++) {
            if (json[i] == 0 || json[0] == (byte) 0xFE || json[0] == (byte) 0xFF) {
                throw new FormatException("it does not start as JSON in UTF-8 does");
            }
        }
    }

    private Label label() {
        if (parser.nextToken() == null) {
            throw new FormatException("it is empty");
        }
        fields.object(this::labelField);
        return new Label(buildpacks, sbomDiffId);
    }

    private void requireEnd() {
        if (parser.nextToken() != null) {
            throw new FormatException("there is more behind the end of its JSON");
        }
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

    /** The value at which the parser stands, as it is. */
    private Metadata metadata() {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return Metadata.none();
        }
        int from = (int) parser.currentTokenLocation().getByteOffset();
        fields.skipMetadata();
        return Metadata.json(json, from, (int) parser.currentLocation().getByteOffset());
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
            if (parser.currentToken() == JsonToken.VALUE_NULL) {
                return null;
            }
            Metadata[] metadata = {Metadata.none()};
            fields.object(name -> {
                if (name.equals("metadata")) {
                    fields.requireObjectOrNull();
                    metadata[0] = metadata();
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
                    case "data" -> metadata = metadata();
                    default -> fields.skip();
                }
            });
            return new LayerMetadata(diffId, LayerTypes.of(build, launch, cache), metadata);
        }
    }
}
