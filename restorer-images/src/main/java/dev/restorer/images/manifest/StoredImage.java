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
import java.util.OptionalLong;

/** An image whose manifest and config were read and verified. */
public final class StoredImage implements Image {

    /** Opens blobs. Implementations need not verify them. */
    @FunctionalInterface
    public interface Blobs {

        /**
         * Opens a blob.
         *
         * @param blob its descriptor
         * @return its bytes, or empty if it does not exist
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
     * The name of an image.
     *
     * @param reference the reference in full
     * @param repository the repository with its registry, or the layout, to which an at sign and a digest are appended
     */
    public record Name(String reference, String repository) {}

    /**
     * Creates an image.
     *
     * @param name the name of the image
     * @param digest the digest of the manifest
     * @param manifest the manifest
     * @param manifestBytes the bytes of the manifest
     * @param config its config
     * @param blobs opens the blobs of layers, and that of the config
     * @throws MismatchException if manifest and config have different numbers of layers
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
        return name.repository() + "@" + digest;
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
    public OptionalLong layerSize(String diffId) {
        Descriptor blob = layers.get(diffId);
        return blob == null ? OptionalLong.empty() : OptionalLong.of(blob.size());
    }

    @Override
    public Optional<LayerContents> layer(String diffId) throws IOException {
        Descriptor blob = layers.get(diffId);
        return blob == null
                ? Optional.empty()
                : blobs.open(blob).map(bytes -> new LayerContents(new BlobStream(bytes, blob), blob.size()));
    }

    /** Reads the config again. It is not kept in memory, since that of a cache has the metadata of many layers. */
    @Override
    public ImageDocuments documents() throws IOException {
        Descriptor blob = manifest.config();
        InputStream bytes = blobs.open(blob)
                .orElseThrow(() -> new IOException("the config " + blob.digest() + " no longer exists"));
        try (InputStream verified = new BlobStream(bytes, blob)) {
            return new ImageDocuments(
                    manifest.mediaType(), manifestBytes, blob.digest().toString(), verified.readAllBytes());
        }
    }

    @Override
    public String toString() {
        return "image " + name.reference() + " (" + digest + ")";
    }
}
