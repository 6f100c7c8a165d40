package dev.restorer.spi;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An image in a registry or in an OCI layout. Its manifest and config have been read, and their digests verified. (OCI
 * image format, manifest and config)
 *
 * <p>Layers can be opened as long as the {@link ImageSource} is open. Implementations are otherwise immutable, and safe
 * for use by several threads. No method returns null.
 *
 * @since 0.1
 */
public interface Image {

    /**
     * Returns the reference of the image, for messages.
     *
     * @return the reference in full, such as {@code index.docker.io/library/ubuntu:latest}
     */
    String reference();

    /**
     * Returns the digest of the image's manifest. If the reference names an index, that is the manifest chosen from it.
     *
     * @return the algorithm, a colon and lower-case hexadecimal digits
     */
    String digest();

    /**
     * Returns the reference that names exactly this image, for files that other phases of a build read. (Platform
     * specification, analyzed.toml)
     *
     * @return the repository or the path of the layout, an at sign and the digest, such as
     *     {@code index.docker.io/library/ubuntu@sha256:…}
     */
    String digestReference();

    /**
     * Returns the platform that the image's config names.
     *
     * @return the platform
     */
    ImagePlatform platform();

    /**
     * Returns the labels of the image's config.
     *
     * @return an unmodifiable map, empty if there are none
     */
    Map<String, String> labels();

    /**
     * Returns the diff ids of the image's layers, from its config.
     *
     * @return an unmodifiable list, from the lowest layer to the uppermost
     */
    List<String> diffIds();

    /**
     * Returns the manifest and the config as they are stored. They may be read again.
     *
     * @return the documents, whose digests are verified
     * @throws IOException if they cannot be read; the message gives the reason
     */
    ImageDocuments documents() throws IOException;

    /**
     * Returns the size of a layer as it is stored, in general compressed. It is that of the manifest, and is not
     * verified.
     *
     * @param diffId the diff id of the layer
     * @return the number of bytes, or empty if it is not known or the image has no layer of that diff id
     */
    default OptionalLong layerSize(String diffId) {
        Objects.requireNonNull(diffId, "diffId");
        return OptionalLong.empty();
    }

    /**
     * Opens a layer. Its bytes are returned as they are stored, in general compressed. Their digest and size are
     * compared with those of the manifest while they are read; if they differ, the read at the end of the stream throws
     * an {@link IOException}. The caller verifies the diff id of the decompressed bytes.
     *
     * @param diffId the diff id of the layer
     * @return the layer, to be closed by the caller, or empty if the image has no layer of that diff id, or its blob is
     *     missing
     * @throws IOException if it cannot be opened, for example because the source was closed; the message gives the
     *     reason
     */
    Optional<LayerContents> layer(String diffId) throws IOException;
}
