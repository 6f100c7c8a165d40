package dev.restorer.api;

import org.jspecify.annotations.Nullable;

/**
 * The base images that were recorded in an {@code analyzed.toml}.
 *
 * @param buildImage the reference of the build image, with its digest, or null if none was recorded
 * @param runImage the reference of the run image as it was written, or null if that entry was left as it was
 * @since 0.1
 */
public record RecordedBaseImages(
        @Nullable String buildImage, @Nullable String runImage) {

    private static final RecordedBaseImages NONE = new RecordedBaseImages(null, null);

    /**
     * Returns the result for a file that was left as it was.
     *
     * @return no images
     */
    public static RecordedBaseImages none() {
        return NONE;
    }
}
