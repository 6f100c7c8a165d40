package dev.restorer.images.reference;

import org.jspecify.annotations.Nullable;

/**
 * An image in an OCI layout.
 *
 * @param directory the path of the layout's directory
 * @param tag the tag, or null
 * @param digest the digest, or null; there is never both a tag and a digest
 */
public record LayoutReference(
        String directory, @Nullable String tag, @Nullable Digest digest) implements Reference {

    /** What a reference to a layout begins with. */
    public static final String PREFIX = "oci:";

    @Override
    public String withoutTagOrDigest() {
        return PREFIX + directory;
    }

    @Override
    public String toString() {
        return withoutTagOrDigest() + (tag == null ? "" : ":" + tag) + (digest == null ? "" : "@" + digest);
    }
}
