package dev.restorer.images.manifest;

import dev.restorer.spi.Image;
import dev.restorer.spi.ImagePlatform;
import dev.restorer.spi.LayerContents;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An image whose descriptions were read and checked, wherever its blobs are. */
public final class StoredImage implements Image {

    /** Opens blobs, whose bytes it need not check. */
    @FunctionalInterface
    public interface Blobs {

        /**
         * Opens a blob.
         *
         * @param blob which one
         * @return its bytes, or empty if it is not there
         * @throws IOException if it cannot be opened
         */
        Optional<InputStream> open(Descriptor blob) throws IOException;
    }

    private final String reference;
    private final String digest;
    private final Config config;
    private final Map<String, Descriptor> layers = new HashMap<>();
    private final Blobs blobs;

    /**
     * Makes an image.
     *
     * @param reference what it is called
     * @param digest the digest of the manifest
     * @param manifest the manifest
     * @param config its config
     * @param blobs opens the blobs of layers
     * @throws MismatchException if manifest and config have not as many layers
     */
    public StoredImage(String reference, String digest, Document.Manifest manifest, Config config, Blobs blobs) {
        this.reference = reference;
        this.digest = digest;
        this.config = config;
        this.blobs = blobs;
        List<String> diffIds = config.diffIds();
        if (manifest.layers().size() != diffIds.size()) {
            throw new MismatchException("its manifest has " + manifest.layers().size() + " layers, and its config "
                    + diffIds.size() + " diff ids");
        }
        for (int i = 0; i < diffIds.size(); i++) {
            layers.putIfAbsent(diffIds.get(i), manifest.layers().get(i));
        }
    }

    @Override
    public String reference() {
        return reference;
    }

    @Override
    public String digest() {
        return digest;
    }

    @Override
    public ImagePlatform platform() {
        return config.platform();
    }

    @Override
    public Map<String, String> labels() {
        return config.labels();
    }

    @Override
    public List<String> diffIds() {
        return config.diffIds();
    }

    @Override
    public Optional<LayerContents> layer(String diffId) throws IOException {
        Descriptor blob = layers.get(diffId);
        return blob == null
                ? Optional.empty()
                : blobs.open(blob).map(bytes -> new LayerContents(new BlobStream(bytes, blob), blob.size()));
    }

    @Override
    public String toString() {
        return "image " + reference + " (" + digest + ")";
    }
}
