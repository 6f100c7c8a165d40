package dev.restorer.core.baseimages;

import dev.restorer.api.ProviderException;
import dev.restorer.spi.Image;
import dev.restorer.spi.ImageDocuments;
import dev.restorer.spi.ImagePlatform;
import dev.restorer.vendors.Vendor;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * An image whose values were read once, and have the form that {@link Image} promises: they become names of files and
 * are recorded for other phases of a build.
 *
 * @param image the image itself
 * @param reference its reference, for messages
 * @param digest the digest of its manifest
 * @param digestReference the reference that ends with that digest
 * @param platform its platform
 * @param labels its labels
 */
record CheckedImage(
        Image image,
        String reference,
        String digest,
        String digestReference,
        ImagePlatform platform,
        Map<String, String> labels) {

    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128}");
    private static final Pattern MEDIA_TYPE = Pattern.compile("[A-Za-z0-9.+/_-]+");

    /**
     * Reads the values of an image.
     *
     * @throws ProviderException if a value is invalid
     */
    static CheckedImage of(Image image) {
        Vendor vendor = Vendor.ofImages(image);
        String digest = vendor.call("a digest", image::digest);
        requireForm(vendor, "digest", DIGEST, digest);
        return new CheckedImage(
                image,
                vendor.call("a reference", image::reference),
                digest,
                digestReference(vendor, image, digest),
                vendor.call("a platform", image::platform),
                labels(vendor, image));
    }

    private static String digestReference(Vendor vendor, Image image, String digest) {
        String reference = vendor.call("a reference by digest", image::digestReference);
        if (!reference.endsWith("@" + digest)) {
            throw vendor.invalid("reference by digest", reference);
        }
        return reference;
    }

    /** Copies the labels, since their map may be of the vendor, too. */
    private static Map<String, String> labels(Vendor vendor, Image image) {
        Map<String, String> labels = vendor.call("labels", image::labels);
        Map<String, String> copy = vendor.call("labels", () -> new HashMap<>(labels));
        copy.values().forEach(text -> vendor.notNull("the text of a label", text));
        return copy;
    }

    /**
     * Reads the documents.
     *
     * @throws ProviderException if the media type or the digest of the config is invalid
     * @throws IOException if the image throws it
     */
    ImageDocuments documents() throws IOException {
        Vendor vendor = Vendor.ofImages(image);
        ImageDocuments documents = vendor.call("documents", IOException.class, image::documents);
        requireForm(vendor, "digest of a config", DIGEST, documents.configDigest());
        requireForm(vendor, "media type", MEDIA_TYPE, documents.mediaType());
        return documents;
    }

    private static void requireForm(Vendor vendor, String what, Pattern form, String text) {
        if (!form.matcher(text).matches()) {
            throw vendor.invalid(what, text);
        }
    }
}
