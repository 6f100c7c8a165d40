package dev.restorer.spi;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An image in a registry or in an OCI layout, of which the manifest and the config were read and have their digests.
 * (OCI image format, manifest and config)
 *
 * <p>An image is of use as long as its {@link ImageSource} is open. Implementations are immutable but for that, and safe
 * for use by many threads at once. What is returned is never null.
 *
 * @since 0.1
 */
public interface Image {

    /**
     * Returns what the image is called, for people.
     *
     * @return the reference in full, such as {@code index.docker.io/library/ubuntu:latest}
     */
    String reference();

    /**
     * Returns the digest of the manifest of this image: where the reference leads to an index, of the manifest that was
     * chosen from it.
     *
     * @return the algorithm, a colon and lower-case hexadecimal digits
     */
    String digest();

    /**
     * Returns what the image runs on, as its config says it.
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
     * Returns the diff ids of the image's layers, as its config says them.
     *
     * @return an unmodifiable list, from the lowest layer to the uppermost
     */
    List<String> diffIds();

    /**
     * Opens a layer. Its bytes are those that are stored, so in general compressed; that they have the digest and the
     * size that the manifest names is checked while they are read, and the read that should tell the end fails if they
     * have not. That they have the diff id once they are unpacked is for the caller to check.
     *
     * @param diffId the diff id of the layer
     * @return the layer, to be closed by the caller, or empty if the image has none of that diff id, or it is not there
     * @throws IOException if it cannot be opened, as after the image's source was closed; its message tells a person why
     */
    Optional<LayerContents> layer(String diffId) throws IOException;
}
