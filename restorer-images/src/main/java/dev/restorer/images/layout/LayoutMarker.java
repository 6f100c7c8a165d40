package dev.restorer.images.layout;

import dev.restorer.images.formats.JsonReader;
import dev.restorer.images.manifest.ImageReading;

/** The file {@code oci-layout}, which says that a directory is a layout, and of which version. */
final class LayoutMarker {

    static final String FILE = "oci-layout";
    static final int MAX_BYTES = 1 << 16;

    private static final String VERSION = "1.0.0";

    private String version = "";

    private LayoutMarker() {}

    static void require(byte[] json, ImageReading reading) {
        LayoutMarker marker = new LayoutMarker();
        reading.requireWithin(FILE, json.length, MAX_BYTES);
        String version = reading.understood(
                FILE,
                () -> JsonReader.read(json, reader -> {
                    reader.object(field -> marker.field(reader, field));
                    return marker.version;
                }));
        if (!version.equals(VERSION)) {
            throw reading.damaged("its layout is not of version " + VERSION);
        }
    }

    private void field(JsonReader json, String field) {
        if (field.equals("imageLayoutVersion")) {
            version = json.string();
        } else {
            json.skip();
        }
    }
}
