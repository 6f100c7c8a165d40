package dev.restorer.images.manifest;

import dev.restorer.images.formats.JsonReader;
import dev.restorer.images.reference.Digest;
import dev.restorer.spi.ImagePlatform;
import org.jspecify.annotations.Nullable;

/**
 * A descriptor: a reference in a manifest or index to a blob or another manifest. (OCI image format, descriptor)
 *
 * @param mediaType its media type; empty if absent
 * @param digest its digest
 * @param size its size in bytes
 * @param name the name in an annotation of an index, or null
 * @param platform its platform, or null if absent
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
            throw json.invalid("has no digest or size");
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
                case "mediaType", "mediatype" -> mediaType = json.string();
                case "digest" ->
                    digest = Digest.parse(json.string())
                            .orElseThrow(() -> json.invalid("is not a sha256 or sha512 digest"));
                case "size" -> size = json.number();
                case "annotations" -> json.object(key -> annotation(json, key));
                case "platform" -> platform = PlatformFields.read(json);
                default -> json.other(field, known -> field(json, known));
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
     * Verifies the size and digest of some bytes.
     *
     * @param bytes the bytes
     * @throws MismatchException if they differ from those of this descriptor
     */
    public void verify(byte[] bytes) {
        if (bytes.length != size) {
            throw new MismatchException("it has " + bytes.length + " bytes instead of " + size);
        }
        if (!digest.isOf(bytes)) {
            throw new MismatchException("it has a different digest");
        }
    }
}
