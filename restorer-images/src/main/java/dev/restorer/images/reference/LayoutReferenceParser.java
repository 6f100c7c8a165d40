package dev.restorer.images.reference;

import dev.restorer.spi.ImageReferenceException;
import java.util.Optional;

/** Parses {@code oci:DIR[:TAG|@DIGEST]}. A directory must not contain a colon, since the first colon begins the tag. */
final class LayoutReferenceParser {

    private static final String REMEDY = "Write oci:DIR, oci:DIR:TAG or oci:DIR@sha256:…, without a colon in DIR";

    private LayoutReferenceParser() {}

    static LayoutReference parse(String text) {
        int start = LayoutReference.PREFIX.length();
        int at = text.lastIndexOf('@');
        Optional<Digest> digest = at < start ? Optional.empty() : Digest.parse(text.substring(at + 1));
        if (digest.isPresent()) {
            String directory = text.substring(start, at);
            requireDirectory(text, directory);
            int colon = directory.indexOf(':');
            if (colon >= 0) {
                throw new ImageReferenceException(text, start + colon, "there is a tag besides the digest", REMEDY);
            }
            return new LayoutReference(directory, null, digest.get());
        }
        int colon = text.indexOf(':', start);
        String directory = text.substring(start, colon < 0 ? text.length() : colon);
        requireDirectory(text, directory);
        if (colon >= 0 && (directory.endsWith("@sha256") || directory.endsWith("@sha512"))) {
            throw new ImageReferenceException(
                    text, text.lastIndexOf('@', colon) + 1, "there is an invalid digest", REMEDY);
        }
        if (colon == text.length() - 1) {
            throw new ImageReferenceException(text, text.length(), "a tag is missing", REMEDY);
        }
        return new LayoutReference(directory, colon < 0 ? null : text.substring(colon + 1), null);
    }

    private static void requireDirectory(String text, String directory) {
        int start = LayoutReference.PREFIX.length();
        if (directory.isEmpty()) {
            throw new ImageReferenceException(text, start, "a directory is missing", REMEDY);
        }
        int nul = directory.indexOf('\0');
        if (nul >= 0) {
            throw new ImageReferenceException(text, start + nul, "there is a NUL", REMEDY);
        }
    }
}
