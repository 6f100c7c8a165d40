package dev.restorer.cli.images;

import dev.restorer.MetadataReader;
import dev.restorer.api.AppMetadata;
import dev.restorer.api.UnusableMetadataException;
import dev.restorer.cli.log.Console;
import dev.restorer.spi.DamagedImageException;
import dev.restorer.spi.Image;
import dev.restorer.spi.ImageSource;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The previous image, and its app metadata. A build does not need a previous image, so one that does not exist, or is
 * damaged, has no metadata.
 *
 * @param image the image, or null if there is none that can be used
 * @param metadata its metadata
 */
public record FoundPrevious(@Nullable Image image, AppMetadata metadata) {

    /**
     * Finds an image and reads its metadata, but no layer.
     *
     * @param reference its reference
     * @param source finds it
     * @param reader reads the metadata
     * @param console receives the digest, or why there is no metadata
     * @return the image
     * @throws dev.restorer.spi.ImageException if whether there is an image cannot be determined
     */
    public static FoundPrevious find(String reference, ImageSource source, MetadataReader reader, Console console) {
        try {
            Optional<Image> image = source.image(reference);
            if (image.isPresent()) {
                console.log().info("Using the previous image " + ImageName.of(image.get()));
                return new FoundPrevious(image.get(), metadata(image.get(), reader, console));
            }
            console.log().info(ImageName.notFound(reference));
        } catch (DamagedImageException e) {
            console.log().warn("Restoring without the metadata of the previous image: " + e.getMessage());
        }
        return new FoundPrevious(null, AppMetadata.empty());
    }

    private static AppMetadata metadata(Image image, MetadataReader reader, Console console) {
        String label = image.labels().get(AppMetadata.LABEL);
        if (label == null) {
            console.log()
                    .warn("Restoring without the metadata of the previous image, since " + image.reference()
                            + " has no label " + AppMetadata.LABEL + ". Check that it is the image of an app.");
            return AppMetadata.empty();
        }
        return reader.appMetadataOrEmpty(() -> reader.parseLabel(bytes(label)));
    }

    private static byte[] bytes(String label) {
        try {
            return label.getBytes(StandardCharsets.UTF_8);
        } catch (OutOfMemoryError e) {
            throw new UnusableMetadataException(
                    "The label " + AppMetadata.LABEL,
                    "it is larger than the memory of the JVM",
                    "Give the JVM more memory (-Xmx), or build without the previous image",
                    e);
        }
    }
}
