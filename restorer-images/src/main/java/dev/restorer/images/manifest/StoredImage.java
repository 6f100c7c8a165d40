package dev.restorer.images.manifest;

import dev.restorer.spi.Image;
import dev.restorer.spi.ImageDocuments;
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

    private final Name name;
    private final String digest;
    private final Document.Manifest manifest;
    private final byte[] manifestBytes;
    private final Config config;
    private final Map<String, Descriptor> layers = new HashMap<>();
    private final Blobs blobs;

    /**
     * What an image is called.
     *
     * @param reference the reference in full
     * @param place the repository or the path of a layout, which an at sign and a digest follow
     */
    public record Name(String reference, String place) {}

    /**
     * Makes an image.
     *
     * @param name what it is called
     * @param digest the digest of the manifest
     * @param manifest the manifest
     * @param manifestBytes the bytes of the manifest
     * @param config its config
     * @param blobs opens the blobs of layers, and that of the config
     * @throws MismatchException if manifest and config have not as many layers
     */
    StoredImage(
            Name name, String digest, Document.Manifest manifest, byte[] manifestBytes, Config config, Blobs blobs) {
        this.name = name;
        this.digest = digest;
        this.manifest = manifest;
        this.manifestBytes = manifestBytes;
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
        return name.reference();
    }

    @Override
    public String digest() {
        return digest;
    }

    @Override
    public String digestReference() {
        return name.place() + "@" + digest;
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

    /** The config is not kept, since that of a cache has metadata of many layers. */
    @Override
    public ImageDocuments documents() throws IOException {
        Descriptor blob = manifest.config();
        InputStream bytes = blobs.open(blob)
                .orElseThrow(() -> new IOException("the config " + blob.digest() + " is not there any more"));
        try (InputStream checked = new BlobStream(bytes, blob)) {
            return new ImageDocuments(
                    manifest.mediaType(), manifestBytes, blob.digest().toString(), checked.readAllBytes());
        }
    }

    @Override
    public String toString() {
        return "image " + name.reference() + " (" + digest + ")";
    }
}
