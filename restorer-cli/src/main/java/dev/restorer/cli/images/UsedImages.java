package dev.restorer.cli.images;

import dev.restorer.spi.Image;
import org.jspecify.annotations.Nullable;

/**
 * The images that a restore used.
 *
 * @param cache the image of the cache, or null if none was given, found and readable
 * @param previous the previous image, or null if none was given, found and readable
 */
public record UsedImages(@Nullable Image cache, @Nullable Image previous) {

    /**
     * Returns the value for a restore without images.
     *
     * @return no images
     */
    public static UsedImages none() {
        return new UsedImages(null, null);
    }
}
