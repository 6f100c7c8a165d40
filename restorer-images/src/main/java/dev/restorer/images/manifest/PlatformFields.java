package dev.restorer.images.manifest;

import dev.restorer.images.formats.JsonReader;
import dev.restorer.spi.ImagePlatform;

/** The fields of a platform, which are an object in an index, and fields among others in a config. */
final class PlatformFields {

    private String os = "";
    private String architecture = "";
    private String variant = "";

    static ImagePlatform read(JsonReader json) {
        PlatformFields fields = new PlatformFields();
        json.object(field -> fields.field(json, field));
        return fields.platform();
    }

    private void field(JsonReader json, String field) {
        if (!read(json, field)) {
            json.other(field, known -> field(json, known));
        }
    }

    /** Reads a field and returns true if it is one of a platform. */
    boolean read(JsonReader json, String field) {
        switch (field) {
            case "os" -> os = json.string();
            case "architecture" -> architecture = json.string();
            case "variant" -> variant = json.string();
            default -> {
                return false;
            }
        }
        return true;
    }

    ImagePlatform platform() {
        return new ImagePlatform(os, architecture, variant.isEmpty() ? null : variant);
    }
}
