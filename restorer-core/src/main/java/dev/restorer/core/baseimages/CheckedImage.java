package dev.restorer.core.baseimages;

import dev.restorer.api.ProviderException;
import dev.restorer.spi.Image;
import dev.restorer.spi.ImageDocuments;
import dev.restorer.spi.ImagePlatform;
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
        String digest = VendorCalls.call(image, "a digest", image::digest);
        requireForm(image, "digest", DIGEST, digest);
        return new CheckedImage(
                image,
                VendorCalls.call(image, "a reference", image::reference),
                digest,
                digestReference(image, digest),
                VendorCalls.call(image, "a platform", image::platform),
                labels(image));
    }

    private static String digestReference(Image image, String digest) {
        String reference = VendorCalls.call(image, "a reference by digest", image::digestReference);
        if (!reference.endsWith("@" + digest)) {
            throw VendorCalls.invalid(image, "reference by digest", reference);
        }
        return reference;
    }

    /** Copies the labels, since their map may be of the vendor, too. */
    private static Map<String, String> labels(Image image) {
        Map<String, String> labels = VendorCalls.call(image, "labels", image::labels);
        Map<String, String> copy = VendorCalls.call(image, "labels", () -> new HashMap<>(labels));
        if (copy.values().contains(null)) {
            throw VendorCalls.nullInsteadOf(image, "the text of a label");
        }
        return copy;
    }

    /**
     * Reads the documents.
     *
     * @throws ProviderException if the media type or the digest of the config is invalid
     * @throws IOException if the image throws it
     */
    ImageDocuments documents() throws IOException {
        ImageDocuments documents = VendorCalls.call(image, "documents", image::documents);
        requireForm(image, "digest of a config", DIGEST, documents.configDigest());
        requireForm(image, "media type", MEDIA_TYPE, documents.mediaType());
        return documents;
    }

    private static void requireForm(Image image, String what, Pattern form, String text) {
        if (!form.matcher(text).matches()) {
            throw VendorCalls.invalid(image, what, text);
        }
    }
}
