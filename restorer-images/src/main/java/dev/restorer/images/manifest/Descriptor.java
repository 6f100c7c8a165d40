package dev.restorer.images.manifest;

import dev.restorer.images.formats.JsonReader;
import dev.restorer.images.reference.Digest;
import dev.restorer.spi.ImagePlatform;
import org.jspecify.annotations.Nullable;

/**
 * What a manifest or an index says of a blob or manifest. (OCI image format, descriptor)
 *
 * @param mediaType its kind; empty if it is not said
 * @param digest its digest
 * @param size how many bytes it has
 * @param name what an annotation of an index calls it, or null
 * @param platform what it runs on, or null if it is not said
 */
public record Descriptor(
        String mediaType,
        Digest digest,
        long size,
        @Nullable String name,
        @Nullable ImagePlatform platform) {

    private static final String NAME = "org.opencontainers.image.ref.name";

    static Descriptor read(JsonReader json) {
        Fields fields = new Fields();
        json.object(field -> fields.field(json, field));
        if (fields.digest == null || fields.size < 0) {
            throw json.wrong("has no digest or size");
        }
        return new Descriptor(fields.mediaType, fields.digest, fields.size, fields.name, fields.platform);
    }

    private static final class Fields {

        private String mediaType = "";
        private @Nullable Digest digest;
        private long size = -1;
        private @Nullable String name;
        private @Nullable ImagePlatform platform;

        private void field(JsonReader json, String field) {
            switch (field) {
                case "mediaType" -> mediaType = json.string();
                case "digest" ->
                    digest = Digest.parse(json.string())
                            .orElseThrow(() -> json.wrong("is no digest of sha256 or sha512"));
                case "size" -> size = json.number();
                case "annotations" -> json.object(key -> annotation(json, key));
                case "platform" -> platform = PlatformFields.read(json);
                default -> json.skip();
            }
        }

        private void annotation(JsonReader json, String key) {
            if (key.equals(NAME)) {
                name = json.string();
            } else {
                json.skip();
            }
        }
    }

    /**
     * Checks that some bytes are those that it describes.
     *
     * @param bytes the bytes
     * @throws MismatchException if they are not
     */
    public void requireIsOf(byte[] bytes) {
        if (bytes.length != size) {
            throw new MismatchException(digest + " has " + bytes.length + " bytes, and " + size + " are named");
        }
        if (!digest.isOf(bytes)) {
            throw new MismatchException("what should be " + digest + " has another digest");
        }
    }
}
