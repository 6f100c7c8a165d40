package dev.restorer.images.manifest;

import java.util.Locale;
import java.util.Set;

/**
 * The supported media types of manifests and indexes. (OCI image format; Docker, Image Manifest Version 2, Schema 2)
 */
public final class MediaTypes {

    static final String OCI_MANIFEST = "application/vnd.oci.image.manifest.v1+json";
    static final String OCI_INDEX = "application/vnd.oci.image.index.v1+json";
    static final String DOCKER_MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";
    static final String DOCKER_LIST = "application/vnd.docker.distribution.manifest.list.v2+json";

    /** All of them, as the value of a header {@code Accept}. */
    public static final String ACCEPTED = String.join(", ", OCI_MANIFEST, OCI_INDEX, DOCKER_MANIFEST, DOCKER_LIST);

    private static final Set<String> MANIFESTS = Set.of(OCI_MANIFEST, DOCKER_MANIFEST);
    private static final Set<String> INDEXES = Set.of(OCI_INDEX, DOCKER_LIST);

    private MediaTypes() {}

    static boolean isManifest(String type) {
        return MANIFESTS.contains(type);
    }

    /**
     * Tells whether a type is that of an index.
     *
     * @param type a media type
     * @return whether it is
     */
    public static boolean isIndex(String type) {
        return INDEXES.contains(type);
    }

    /**
     * Returns a type without its parameters, such as a character set.
     *
     * @param value the value of a header {@code Content-Type}
     * @return the type alone, in lower case
     */
    public static String withoutParameters(String value) {
        int semicolon = value.indexOf(';');
        return (semicolon < 0 ? value : value.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
    }
}
