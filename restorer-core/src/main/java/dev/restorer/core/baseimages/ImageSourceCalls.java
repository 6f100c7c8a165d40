package dev.restorer.core.baseimages;

import dev.restorer.spi.ImageSource;
import dev.restorer.vendors.Vendor;
import java.util.Optional;

/**
 * Calls an image source, and checks what it returns.
 *
 * @param source the source
 * @param vendor the same, as an object of another vendor
 */
record ImageSourceCalls(ImageSource source, Vendor vendor) {

    ImageSourceCalls(ImageSource source) {
        this(source, Vendor.ofImages(source));
    }

    Optional<CheckedImage> image(String reference) {
        return vendor.call("an image", () -> source.image(reference)).map(CheckedImage::of);
    }

    String repository(String reference) {
        return vendor.call("a repository", () -> source.repository(reference));
    }
}
