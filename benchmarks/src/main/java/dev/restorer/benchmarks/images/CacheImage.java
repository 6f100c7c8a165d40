package dev.restorer.benchmarks.images;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.restorer.benchmarks.data.ContentsSet;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** A cache image in an OCI layout, whose layers are the contents of a cache volume, compressed with gzip. */
final class CacheImage {

    /** The tag of the image. */
    static final String TAG = "cache";

    private static final JsonMapper JSON = new JsonMapper();
    private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
    private static final String CONFIG = "application/vnd.oci.image.config.v1+json";
    private static final String LAYER = "application/vnd.oci.image.layer.v1.tar+gzip";

    private final Path layout;
    private final Path blobs;

    private CacheImage(Path layout) throws IOException {
        this.layout = layout;
        blobs = Files.createDirectories(layout.resolve("blobs/sha256"));
    }

    /**
     * Writes an image.
     *
     * @param contents the contents of its layers
     * @param layout a directory that does not exist yet
     */
    static void write(ContentsSet contents, Path layout) throws IOException {
        CacheImage image = new CacheImage(layout);
        Path volume = layout.resolve("volume");
        contents.write(volume);
        image.write(volume.resolve("committed"));
    }

    private void write(Path committed) throws IOException {
        List<String> diffIds = new ArrayList<>();
        List<Map<String, Object>> layers = new ArrayList<>();
        for (Path tar : tars(committed)) {
            String name = tar.getFileName().toString();
            diffIds.add(name.substring(0, name.length() - ".tar".length()));
            layers.add(layer(tar));
        }
        String label = Files.readString(committed.resolve("io.buildpacks.lifecycle.cache.metadata"));
        Map<String, Object> config = Map.of(
                "os",
                "linux",
                "architecture",
                "amd64",
                "config",
                Map.of("Labels", Map.of("io.buildpacks.lifecycle.cache.metadata", label)),
                "rootfs",
                Map.of("type", "layers", "diff_ids", diffIds));
        Map<String, Object> manifest = blob(
                MANIFEST,
                Map.of("schemaVersion", 2, "mediaType", MANIFEST, "config", blob(CONFIG, config), "layers", layers));
        Map<String, Object> named = new HashMap<>(manifest);
        named.put("annotations", Map.of("org.opencontainers.image.ref.name", TAG));
        Files.write(
                layout.resolve("index.json"),
                JSON.writeValueAsBytes(Map.of("schemaVersion", 2, "manifests", List.of(named))));
        Files.writeString(layout.resolve("oci-layout"), "{\"imageLayoutVersion\":\"1.0.0\"}");
    }

    private static List<Path> tars(Path committed) throws IOException {
        try (Stream<Path> files = Files.list(committed)) {
            return files.filter(file -> file.toString().endsWith(".tar"))
                    .sorted()
                    .toList();
        }
    }

    /** Compresses a layer, and removes what it was made from. */
    private Map<String, Object> layer(Path tar) throws IOException {
        Path compressed = layout.resolve("compressed");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(compressed), 1 << 16)) {
            Files.copy(tar, out);
        }
        Files.delete(tar);
        String digest = sha256(Files.readAllBytes(compressed));
        Path blob = Files.move(compressed, blobs.resolve(digest));
        return descriptor(LAYER, digest, Files.size(blob));
    }

    private Map<String, Object> blob(String mediaType, Object document) throws IOException {
        byte[] json = JSON.writeValueAsString(document).getBytes(UTF_8);
        String digest = sha256(json);
        Files.write(blobs.resolve(digest), json);
        return descriptor(mediaType, digest, json.length);
    }

    private static Map<String, Object> descriptor(String mediaType, String digest, long size) {
        return Map.of("mediaType", mediaType, "digest", "sha256:" + digest, "size", size);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
