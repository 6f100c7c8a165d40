package dev.restorer.benchmarks.data;

import dev.restorer.MetadataReader;
import dev.restorer.api.Buildpack;
import dev.restorer.api.RestoreRequest;
import dev.restorer.spi.LayerCache;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/**
 * A cache volume with the contents of cached layers: files of one size, a hundred in a directory.
 *
 * @param layers the number of layers
 * @param files the number of files of a layer
 * @param fileBytes the size of a file, in bytes
 * @param isText whether files hold text, which gzip halves, or else random bytes
 */
public record ContentsSet(int layers, int files, int fileBytes, boolean isText) {

    private static final Buildpack BUILDPACK = new Buildpack("example/node", "1", "0.10");
    private static final int FILES_A_DIRECTORY = 100;
    private static final int MAX_RANDOM_LETTER = 'p' - 'a';

    /**
     * Creates a set of files of random bytes.
     *
     * @param layers the number of layers
     * @param files the number of files of a layer
     * @param fileBytes the size of a file, in bytes
     */
    public ContentsSet(int layers, int files, int fileBytes) {
        this(layers, files, fileBytes, false);
    }

    /**
     * Writes the volume.
     *
     * @param volume a directory that does not exist yet
     * @throws IOException if it cannot be written
     */
    public void write(Path volume) throws IOException {
        Path committed = Files.createDirectories(volume.resolve("committed"));
        StringBuilder json =
                new StringBuilder("{\"buildpacks\":[{\"key\":\"example/node\",\"version\":\"1\",\"layers\":{");
        for (int layer = 0; layer < layers; layer++) {
            Path written = committed.resolve("written");
            String diffId = tar(written, layer);
            Files.move(written, committed.resolve(diffId + ".tar"));
            json.append(layer == 0 ? "" : ",")
                    .append("\"layer-")
                    .append(layer)
                    .append("\":{\"sha\":\"")
                    .append(diffId)
                    .append("\",\"build\":true,\"launch\":false,\"cache\":true}");
        }
        Files.writeString(
                committed.resolve("io.buildpacks.lifecycle.cache.metadata"),
                json.append("}}]}").toString());
    }

    private String tar(Path to, int layer) throws IOException {
        MessageDigest digest = sha256();
        byte[] content = new byte[fileBytes];
        Random random = new Random(layer);
        String root = "/layers/example_node/layer-" + layer + "/";
        try (OutputStream stream = Files.newOutputStream(to);
                TarArchiveOutputStream tar = new TarArchiveOutputStream(new DigestOutputStream(stream, digest))) {
            for (int file = 0; file < files; file++) {
                String directory = root + "directory-" + file / FILES_A_DIRECTORY + "/";
                if (file % FILES_A_DIRECTORY == 0) {
                    put(tar, new TarArchiveEntry(directory, TarConstants.LF_DIR, true), new byte[0]);
                }
                random.nextBytes(content);
                if (isText) {
                    toLetters(content);
                }
                put(tar, new TarArchiveEntry(directory + "file-" + file, TarConstants.LF_NORMAL, true), content);
            }
        }
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }

    /** Keeps four random bits of each byte, as one of the first letters of the alphabet. */
    private static void toLetters(byte[] content) {
        for (int i = 0; i < content.length; i++) {
            content[i] = (byte) ('a' + (content[i] & MAX_RANDOM_LETTER));
        }
    }

    private static void put(TarArchiveOutputStream tar, TarArchiveEntry entry, byte[] content) throws IOException {
        entry.setMode(entry.isDirectory() ? 0755 : 0644);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Returns a request to restore all of them.
     *
     * @param layersDirectory the layers directory
     * @param cache the cache in the volume
     * @return the request
     */
    public static RestoreRequest request(Path layersDirectory, LayerCache cache) {
        return RestoreRequest.in(layersDirectory)
                .group(List.of(BUILDPACK))
                .cacheMetadata(MetadataReader.load().readCacheMetadata(cache))
                .build();
    }
}
