package dev.restorer.spi;

import dev.restorer.api.CacheMetadata;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * The cache in an image: its metadata is a label, and its layers are those of the image. (Platform specification, Label
 * {@code io.buildpacks.lifecycle.cache.metadata})
 *
 * @since 0.1
 */
public final class ImageLayerCache implements LayerCache {

    /** The label of a cache image that holds the metadata, as JSON. */
    public static final String METADATA_LABEL = "io.buildpacks.lifecycle.cache.metadata";

    private final Image image;
    private final Function<byte[], CacheMetadata> reading;

    /**
     * Creates a cache of an image. It can be used as long as the image can.
     *
     * @param image the image
     * @param reading reads the JSON of the metadata, such as {@link dev.restorer.MetadataReader#parseCacheMetadata}; what
     *     it throws, {@link #metadata()} throws
     */
    public ImageLayerCache(Image image, Function<byte[], CacheMetadata> reading) {
        this.image = Objects.requireNonNull(image, "image");
        this.reading = Objects.requireNonNull(reading, "reading");
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public CacheMetadata metadata() {
        String json = image.labels().get(METADATA_LABEL);
        return json == null ? CacheMetadata.empty() : reading.apply(json.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Optional<LayerContents> contents(String diffId) throws IOException {
        return image.layer(diffId);
    }

    @Override
    public String toString() {
        return "cache image " + image.reference() + " (" + image.digest() + ")";
    }
}
