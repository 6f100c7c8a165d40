package dev.restorer.images.manifest;

import dev.restorer.images.formats.JsonReader;
import dev.restorer.spi.ImagePlatform;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is read of an image's config.
 *
 * @param platform what the image runs on
 * @param labels its labels
 * @param diffIds the diff ids of its layers, from the lowest to the uppermost
 */
public record Config(ImagePlatform platform, Map<String, String> labels, List<String> diffIds) {

    /** Copies labels and diff ids. */
    public Config {
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        diffIds = List.copyOf(diffIds);
    }

    /**
     * Reads a config.
     *
     * @param json the config
     * @return what it says
     * @throws dev.restorer.images.formats.JsonException if it is none
     */
    public static Config parse(byte[] json) {
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
            if (platform.took(json, field)) {
                return;
            }
            switch (field) {
                case "config" -> only(json, "Labels", () -> json.object(key -> label(json, key)));
                case "rootfs" -> only(json, "diff_ids", () -> json.array(() -> diffId(json)));
                default -> json.skip();
            }
        }

        private static void only(JsonReader json, String wanted, Runnable reading) {
            json.object(field -> {
                if (field.equals(wanted)) {
                    reading.run();
                } else {
                    json.skip();
                }
            });
        }

        private void label(JsonReader json, String key) {
            labels.put(key, json.string());
            if (labels.size() > Limits.MAX_LABELS) {
                throw json.wrong("is one label more than " + Limits.MAX_LABELS + ", the limit");
            }
        }

        private void diffId(JsonReader json) {
            diffIds.add(json.string());
            if (diffIds.size() > Limits.MAX_LAYERS) {
                throw json.wrong("is one layer more than " + Limits.MAX_LAYERS + ", the limit");
            }
        }
    }
}
