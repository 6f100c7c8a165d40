package dev.restorer.cli.images;

import dev.restorer.api.ReportedImage;
import dev.restorer.api.RestoreReport;
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

    /**
     * Adds the images to a report.
     *
     * @param report a report
     * @return the report with these images
     */
    public RestoreReport addTo(RestoreReport report) {
        return report.withImages(reported(previous), reported(cache));
    }

    private static @Nullable ReportedImage reported(@Nullable Image image) {
        return image == null ? null : new ReportedImage(image.reference(), image.digest());
    }
}
