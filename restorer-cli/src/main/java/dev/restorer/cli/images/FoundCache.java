package dev.restorer.cli.images;

import dev.restorer.MetadataReader;
import dev.restorer.api.CacheMetadata;
import dev.restorer.cli.log.Console;
import dev.restorer.spi.DamagedImageException;
import dev.restorer.spi.Image;
import dev.restorer.spi.ImageLayerCache;
import dev.restorer.spi.ImageSource;
import dev.restorer.spi.LayerCache;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The cache in an image, and its metadata. A build without the cache is only slower, so an image that does not exist,
 * or is damaged, is a cache without layers.
 *
 * @param image the image, or null if there is none that can be used
 * @param cache the same image as a cache
 * @param metadata its metadata
 */
public record FoundCache(@Nullable Image image, LayerCache cache, CacheMetadata metadata) {

    /**
     * Finds an image and reads its metadata, but no layer.
     *
     * @param reference its reference
     * @param source finds it
     * @param reader reads the metadata, and logs if there is no image
     * @param console receives the digest, or a warning
     * @return the cache
     * @throws dev.restorer.spi.ImageException if whether there is an image cannot be determined
     */
    public static FoundCache find(String reference, ImageSource source, MetadataReader reader, Console console) {
        try {
            Optional<Image> image = source.image(reference);
            if (image.isPresent()) {
                return read(image.get(), reader, console);
            }
            CacheMetadata none = reader.readCacheMetadata(LayerCache.none());
            console.log().info(ImageName.notFound(reference));
            return new FoundCache(null, LayerCache.none(), none);
        } catch (DamagedImageException e) {
            return new FoundCache(null, LayerCache.none(), ignored(e, console));
        }
    }

    private static FoundCache read(Image image, MetadataReader reader, Console console) {
        console.log().info("Using the cache image " + ImageName.of(image));
        if (!image.labels().containsKey(ImageLayerCache.METADATA_LABEL)) {
            console.log()
                    .warn("No cached layers are restored, since the image " + image.reference() + " has no label "
                            + ImageLayerCache.METADATA_LABEL + ". Check that it is the image of a cache.");
        }
        LayerCache cache = new ImageLayerCache(image, reader::parseCacheMetadata);
        return new FoundCache(image, cache, reader.readCacheMetadata(cache));
    }

    private static CacheMetadata ignored(RuntimeException e, Console console) {
        console.log().warn("Ignoring the cache, since its metadata is not valid: " + e.getMessage());
        return CacheMetadata.empty();
    }
}
