package dev.restorer.api;

import java.util.Objects;

/**
 * An image that a restore used, as its report names it.
 *
 * @param reference the reference that was given
 * @param digest the digest of the manifest, such as {@code sha256:…}
 * @since 0.1
 */
public record ReportedImage(String reference, String digest) {

    /**
     * Checks that nothing is null.
     *
     * @param reference the reference that was given
     * @param digest the digest of the manifest
     * @throws NullPointerException if one of them is null
     */
    public ReportedImage {
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(digest, "digest");
    }
}
