package dev.restorer.spi;

import java.util.Objects;

/**
 * The documents of an image, byte for byte as they are stored, so that they have their digests. (OCI image format,
 * manifest and config)
 *
 * @since 0.1
 */
public final class ImageDocuments {

    private final String mediaType;
    private final byte[] manifest;
    private final String configDigest;
    private final byte[] config;

    /**
     * Creates an object for documents whose digests have been verified.
     *
     * @param mediaType the media type of the manifest
     * @param manifest the manifest; the array is kept, so the caller must not change it afterwards
     * @param configDigest the digest of the config, as the manifest has it
     * @param config the config; the array is kept, too
     */
    public ImageDocuments(String mediaType, byte[] manifest, String configDigest, byte[] config) {
        this.mediaType = Objects.requireNonNull(mediaType, "mediaType");
        this.manifest = Objects.requireNonNull(manifest, "manifest");
        this.configDigest = Objects.requireNonNull(configDigest, "configDigest");
        this.config = Objects.requireNonNull(config, "config");
    }

    /**
     * Returns the media type of the manifest.
     *
     * @return that of the OCI image format or of Docker
     */
    public String mediaType() {
        return mediaType;
    }

    /**
     * Returns the manifest, whose digest is {@link Image#digest()}.
     *
     * @return the array itself, which must not be changed
     */
    public byte[] manifest() {
        return manifest;
    }

    /**
     * Returns the digest of the config.
     *
     * @return the algorithm, a colon and lower-case hexadecimal digits
     */
    public String configDigest() {
        return configDigest;
    }

    /**
     * Returns the config.
     *
     * @return the array itself, which must not be changed
     */
    public byte[] config() {
        return config;
    }
}
