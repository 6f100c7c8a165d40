package dev.restorer.core.baseimages;

import dev.restorer.spi.Image;
import dev.restorer.spi.ImageDocuments;
import dev.restorer.spi.ImagePlatform;
import dev.restorer.spi.ImageSource;
import dev.restorer.spi.LayerContents;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Images by their names, in memory. Keeps the names that were looked for. */
final class NamedImages implements ImageSource {

    static final String DIGEST = "sha256:" + "a".repeat(64);
    static final String CONFIG = "sha256:" + "c".repeat(64);

    /** The name of the class of an image. */
    static final String IMAGE = NamedImage.class.getName();

    final List<String> asked = new ArrayList<>();
    String digest = DIGEST;
    String config = CONFIG;
    String mediaType = "a/manifest+json";
    private final Map<String, Image> images = new HashMap<>();
    private final Map<String, RuntimeException> failures = new HashMap<>();

    NamedImages with(String name, ImagePlatform platform, Map<String, String> labels) {
        images.put(name, new NamedImage(name, digest, config, mediaType, platform, labels));
        return this;
    }

    NamedImages with(String name) {
        return with(name, new ImagePlatform("linux", "amd64", null), Map.of());
    }

    NamedImages failing(String name, RuntimeException failure) {
        failures.put(name, failure);
        return this;
    }

    @Override
    public Optional<Image> image(String reference) {
        asked.add(reference);
        if (failures.containsKey(reference)) {
            throw failures.get(reference);
        }
        return Optional.ofNullable(images.get(reference));
    }

    @Override
    public String repository(String reference) {
        return reference.replaceFirst(":[^:/]*$", "");
    }

    @Override
    public void close() {}

    private record NamedImage(
            String reference,
            String digest,
            String config,
            String mediaType,
            ImagePlatform platform,
            Map<String, String> labels)
            implements Image {

        @Override
        public String digestReference() {
            return reference.substring(0, reference.lastIndexOf(':')) + "@" + digest;
        }

        @Override
        public List<String> diffIds() {
            return List.of();
        }

        @Override
        public ImageDocuments documents() {
            return new ImageDocuments(mediaType, utf8("manifest"), config, utf8("config"));
        }

        @Override
        public Optional<LayerContents> layer(String diffId) {
            return Optional.empty();
        }

        private static byte[] utf8(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }
}
