package dev.restorer.cli.images;

import dev.restorer.spi.Image;
import dev.restorer.spi.ImageDocuments;
import dev.restorer.spi.ImagePlatform;
import dev.restorer.spi.LayerContents;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An image with labels and without layers. */
public record TestImage(String reference, String digest, Map<String, String> labels) implements Image {

    public TestImage(String reference, String digest) {
        this(reference, digest, Map.of());
    }

    @Override
    public ImagePlatform platform() {
        return ImagePlatform.linux("amd64");
    }

    @Override
    public List<String> diffIds() {
        return List.of();
    }

    @Override
    public String digestReference() {
        return reference + "@" + digest;
    }

    @Override
    public ImageDocuments documents() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<LayerContents> layer(String diffId) {
        return Optional.empty();
    }
}
