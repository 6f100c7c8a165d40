package dev.restorer.core.baseimages;

import dev.restorer.spi.ImageSource;
import java.util.Optional;

/**
 * Calls an image source, and checks what it returns.
 *
 * @param source the source
 */
record ImageSourceCalls(ImageSource source) {

    Optional<CheckedImage> image(String reference) {
        return VendorCalls.call(source, "an image", () -> source.image(reference))
                .map(CheckedImage::of);
    }

    String repository(String reference) {
        return VendorCalls.call(source, "a repository", () -> source.repository(reference));
    }
}
