package dev.restorer;

import dev.restorer.spi.Image;
import dev.restorer.spi.ImageDocuments;
import dev.restorer.spi.ImagePlatform;
import dev.restorer.spi.LayerContents;
import dev.restorer.vendors.Vendor;
import dev.restorer.vendors.VendorProxy;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An image of a source that may be of another vendor. Whoever gets it need not expect what it must not return or throw.
 */
final class VendorImage implements Image, VendorProxy {

    private final Image image;
    private final Vendor vendor;

    VendorImage(Image image) {
        this.image = image;
        this.vendor = Vendor.ofImages(image);
    }

    @Override
    public Object vendorObject() {
        return image;
    }

    @Override
    public String reference() {
        return vendor.call("a reference", image::reference);
    }

    @Override
    public String digest() {
        return vendor.call("a digest", image::digest);
    }

    @Override
    public String digestReference() {
        return vendor.call("a reference", image::digestReference);
    }

    @Override
    public ImagePlatform platform() {
        return vendor.call("a platform", image::platform);
    }

    @Override
    public Map<String, String> labels() {
        return vendor.call("labels", image::labels);
    }

    @Override
    public List<String> diffIds() {
        return vendor.call("diff ids", image::diffIds);
    }

    @Override
    public ImageDocuments documents() throws IOException {
        return vendor.call("documents", IOException.class, image::documents);
    }

    @Override
    public OptionalLong layerSize(String diffId) {
        return vendor.call("a size", () -> image.layerSize(diffId));
    }

    @Override
    public Optional<LayerContents> layer(String diffId) throws IOException {
        return vendor.call("contents", IOException.class, () -> image.layer(diffId));
    }

    @Override
    public String toString() {
        return image.toString();
    }
}
