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
        this(source, vendor(source));
    }

    /**
     * Returns an image source or an image as an object of another vendor. It may throw an
     * {@link IllegalStateException}: {@link ImageSource#image} has it for a source that is closed, which is the doing
     * of whoever closed it, such as a process that is terminated, and not a defect of the source. A
     * {@link java.util.concurrent.CancellationException} is one.
     */
    static Vendor vendor(Object called) {
        return new Vendor(called, "image source", IllegalStateException.class);
    }

    Optional<CheckedImage> image(String reference) {
        return vendor.call("an image", () -> source.image(reference)).map(CheckedImage::of);
    }

    String repository(String reference) {
        return vendor.call("a repository", () -> source.repository(reference));
    }
}
