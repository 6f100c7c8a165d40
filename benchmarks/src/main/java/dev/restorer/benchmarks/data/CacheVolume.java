package dev.restorer.benchmarks.data;

import dev.restorer.spi.ImageLayerCache;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * A cache directory with the contents of the layers of one buildpack.
 *
 * @param layers the files of each layer
 * @param compression how the tars are compressed
 */
public record CacheVolume(List<LayerFiles> layers, Compression compression) {

    /** The id of the buildpack. */
    public static final String BUILDPACK_ID = "example/node";

    /** The version of the buildpack. */
    public static final String BUILDPACK_VERSION = "1";

    /** The Buildpack API of the buildpack. */
    public static final String BUILDPACK_API = "0.10";

    /** The directory of the layers in the tars. */
    public static final String LAYERS_DIRECTORY = "/layers/example_node/";

    private static final int BUFFER_BYTES = 1 << 20;

    /**
     * Returns the size of all files of all layers.
     *
     * @return the size in bytes
     */
    public long bytes() {
        return layers.stream().mapToLong(LayerFiles::bytes).sum();
    }

    /**
     * Returns the number of files of all layers.
     *
     * @return the number, without directories
     */
    public long files() {
        return layers.stream().mapToLong(LayerFiles::files).sum();
    }

    /**
     * Writes the directory.
     *
     * @param volume a directory that does not exist yet
     * @throws IOException if it cannot be written
     * @throws InterruptedException if interrupted while a program compresses
     */
    public void write(Path volume) throws IOException, InterruptedException {
        Path committed = Files.createDirectories(volume.resolve("committed"));
        StringBuilder json = new StringBuilder("{\"buildpacks\":[{\"key\":\"" + BUILDPACK_ID + "\",\"version\":\""
                + BUILDPACK_VERSION + "\",\"layers\":{");
        for (int layer = 0; layer < layers.size(); layer++) {
            Path written = committed.resolve("written");
            String diffId = tar(written, layer);
            compression.apply(written);
            Files.move(written, committed.resolve(diffId + ".tar"));
            json.append(layer == 0 ? "" : ",")
                    .append("\"layer-")
                    .append(layer)
                    .append("\":{\"sha\":\"")
                    .append(diffId)
                    .append("\",\"build\":true,\"launch\":false,\"cache\":true}");
        }
        Files.writeString(
                committed.resolve(ImageLayerCache.METADATA_LABEL),
                json.append("}}]}").toString());
    }

    private String tar(Path to, int layer) throws IOException {
        MessageDigest digest = sha256();
        try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(to), BUFFER_BYTES);
                TarArchiveOutputStream tar = new TarArchiveOutputStream(new DigestOutputStream(stream, digest))) {
            layers.get(layer).write(tar, LAYERS_DIRECTORY + "layer-" + layer + "/", layer);
        }
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
