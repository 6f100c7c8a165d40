package dev.restorer.cli.images;

import dev.restorer.api.Quoted;
import dev.restorer.spi.Image;

/** The name of an image in messages. */
public final class ImageName {

    private static final int SHORT_DIGITS = 12;

    private ImageName() {}

    /**
     * Returns the reference and the digest of an image.
     *
     * @param image the image
     * @return its name
     */
    public static String of(Image image) {
        return image.reference() + " (" + image.digest() + ")";
    }

    /**
     * Returns the message for an image that does not exist.
     *
     * @param reference its reference, as it was given
     * @return the message
     */
    static String notFound(String reference) {
        return "Image with name " + Quoted.quote(reference) + " not found";
    }

    /**
     * Returns a digest with its first digits, which are enough to recognize it.
     *
     * @param image the image
     * @return the start of its digest
     */
    public static String shortDigest(Image image) {
        String digest = image.digest();
        return digest.substring(0, Math.min(digest.length(), digest.indexOf(':') + 1 + SHORT_DIGITS));
    }
}
