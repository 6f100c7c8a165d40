package dev.restorer.images.manifest;

import dev.restorer.images.formats.JsonReader;
import dev.restorer.spi.ImagePlatform;

/** The fields of a platform, which an index has in an object and a config has among others. */
final class PlatformFields {

    private String os = "";
    private String architecture = "";
    private String variant = "";

    static ImagePlatform read(JsonReader json) {
        PlatformFields fields = new PlatformFields();
        json.object(field -> {
            if (!fields.took(json, field)) {
                json.skip();
            }
        });
        return fields.platform();
    }

    /** Reads a field if it is one of a platform. */
    boolean took(JsonReader json, String field) {
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
