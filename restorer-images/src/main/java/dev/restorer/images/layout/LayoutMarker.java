package dev.restorer.images.layout;

import dev.restorer.images.formats.JsonReader;
import dev.restorer.images.manifest.DocumentChecks;

/** The file {@code oci-layout}, which marks a directory as a layout and has its version. */
final class LayoutMarker {

    static final String FILE = "oci-layout";
    static final int MAX_BYTES = 1 << 16;

    private static final String VERSION = "1.0.0";

    private String version = "";

    private LayoutMarker() {}

    static void require(byte[] json, DocumentChecks checks) {
        checks.requireWithin(FILE, json.length, MAX_BYTES);
        String version = checks.parsed(
                FILE,
                () -> JsonReader.read(json, reader -> {
                    LayoutMarker marker = new LayoutMarker();
                    reader.object(field -> marker.field(reader, field));
                    return marker.version;
                }));
        if (!version.equals(VERSION)) {
            throw checks.damaged("its layout does not have version " + VERSION);
        }
    }

    private void field(JsonReader json, String field) {
        switch (field) {
            case "imageLayoutVersion", "imagelayoutversion" -> version = json.string();
            default -> json.other(field, known -> field(json, known));
        }
    }
}
