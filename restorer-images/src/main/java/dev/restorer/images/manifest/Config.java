package dev.restorer.images.manifest;

import dev.restorer.images.formats.JsonReader;
import dev.restorer.spi.ImagePlatform;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The config of an image, as far as it is used.
 *
 * @param platform the platform of the image
 * @param labels the labels of the image
 * @param diffIds the diff ids of its layers, from the lowest layer to the uppermost
 */
record Config(ImagePlatform platform, Map<String, String> labels, List<String> diffIds) {

    /** Copies labels and diff ids. */
    Config {
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        diffIds = List.copyOf(diffIds);
    }

    /**
     * Reads a config.
     *
     * @param json the config
     * @return the parsed config
     * @throws dev.restorer.images.formats.JsonException if it is not valid
     */
    static Config parse(byte[] json) {
        return JsonReader.read(json, reader -> {
            Fields fields = new Fields();
            reader.object(field -> fields.field(reader, field));
            return new Config(fields.platform.platform(), fields.labels, fields.diffIds);
        });
    }

    private static final class Fields {

        private final PlatformFields platform = new PlatformFields();
        private final Map<String, String> labels = new LinkedHashMap<>();
        private final List<String> diffIds = new ArrayList<>();

        private void field(JsonReader json, String field) {
            if (platform.read(json, field)) {
                return;
            }
            switch (field) {
                case "config" -> json.object(key -> configField(json, key));
                case "rootfs" -> json.object(key -> rootfsField(json, key));
                default -> json.other(field, known -> field(json, known));
            }
        }

        private void configField(JsonReader json, String field) {
            switch (field) {
                case "Labels", "labels" -> json.object(key -> label(json, key));
                default -> json.other(field, known -> configField(json, known));
            }
        }

        private void rootfsField(JsonReader json, String field) {
            switch (field) {
                case "diff_ids" -> {
                    diffIds.clear();
                    json.array(() -> diffId(json));
                }
                default -> json.other(field, known -> rootfsField(json, known));
            }
        }

        private void label(JsonReader json, String key) {
            labels.put(key, json.string());
            if (labels.size() > Limits.MAX_LABELS) {
                throw json.invalid("exceeds the limit of " + Limits.MAX_LABELS + " labels");
            }
        }

        private void diffId(JsonReader json) {
            diffIds.add(json.string());
            if (diffIds.size() > Limits.MAX_LAYERS) {
                throw json.invalid("exceeds the limit of " + Limits.MAX_LAYERS + " layers");
            }
        }
    }
}
