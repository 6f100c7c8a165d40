package dev.restorer.spi;

import dev.restorer.api.CacheMetadata;
import dev.restorer.api.UnusableMetadataException;
import dev.restorer.vendors.Vendor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * A cache in an image. What the image returns or throws against its interface is a
 * {@link dev.restorer.api.ProviderException} that names its class. Its metadata is a label, and its layers are those of
 * the image. (Platform specification, Label {@code io.buildpacks.lifecycle.cache.metadata})
 *
 * @since 0.1
 */
public final class ImageLayerCache implements LayerCache {

    /** The label of a cache image with the metadata in JSON. */
    public static final String METADATA_LABEL = "io.buildpacks.lifecycle.cache.metadata";

    private final Image image;
    private final Vendor vendor;
    private final Function<byte[], CacheMetadata> parser;

    /**
     * Creates a cache in an image. It can be used as long as the image.
     *
     * @param image the image
     * @param parser parses the JSON of the metadata, such as {@link dev.restorer.MetadataReader#parseCacheMetadata};
     *     {@link #metadata()} throws the exceptions that it throws
     */
    public ImageLayerCache(Image image, Function<byte[], CacheMetadata> parser) {
        this.image = Objects.requireNonNull(image, "image");
        this.vendor = Vendor.ofImages(image);
        this.parser = Objects.requireNonNull(parser, "parser");
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public CacheMetadata metadata() {
        String json = vendor.call("labels", image::labels).get(METADATA_LABEL);
        return json == null ? CacheMetadata.empty() : parser.apply(bytes(json));
    }

    private static byte[] bytes(String json) {
        try {
            return json.getBytes(StandardCharsets.UTF_8);
        } catch (OutOfMemoryError e) {
            throw new UnusableMetadataException(
                    "The label " + METADATA_LABEL,
                    "it is larger than the memory of the JVM",
                    "Give the JVM more memory (-Xmx), or build without the cache",
                    e);
        }
    }

    @Override
    public OptionalLong size(String diffId) {
        return vendor.call("a size", () -> image.layerSize(diffId));
    }

    @Override
    public Optional<LayerContents> contents(String diffId) throws IOException {
        return vendor.call("contents", IOException.class, () -> image.layer(diffId));
    }

    @Override
    public String toString() {
        return "cache image " + image.reference() + " (" + image.digest() + ")";
    }
}
