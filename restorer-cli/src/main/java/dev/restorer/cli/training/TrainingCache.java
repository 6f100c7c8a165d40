package dev.restorer.cli.training;

import dev.restorer.spi.ImageLayerCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Caches whose layers have every kind of entry, and are plain, compressed or damaged. */
public final class TrainingCache {

    private static final String LAYERS = "/layers/example_node/";

    private final Path committed;
    private final Map<String, String> diffIds = new LinkedHashMap<>();

    private TrainingCache(Path directory) throws IOException {
        committed = Files.createDirectories(directory.resolve("cache/committed"));
        Files.writeString(
                directory.resolve("group.toml"),
                "[[group]]\nid = \"example/node\"\nversion = \"1.0.0\"\napi = \"0.10\"\n");
    }

    /**
     * Writes a cache with many layers, and a group of buildpacks for it.
     *
     * @param directory an existing directory, which then has {@code group.toml} and the directory {@code cache}
     * @throws IOException if they cannot be written
     */
    public static void write(Path directory) throws IOException {
        TrainingCache cache = new TrainingCache(directory);
        for (int i = 0; i < 4; i++) {
            cache.add("plain-" + i, tar("plain-" + i));
        }
        byte[] gzip = tar("gzip");
        cache.add("gzip", gzip, Compressed.gzip(gzip));
        byte[] zstd = tar("zstd");
        cache.add("zstd", zstd, Compressed.zstd(zstd));
        cache.add("damaged", damagedTar("damaged"));
        cache.writeMetadata(cache.addSbom());
    }

    /**
     * Writes a cache with one layer, which an idle thread helps to restore, and a group of buildpacks for it.
     *
     * @param directory an existing directory, which then has {@code group.toml} and the directory {@code cache}
     * @throws IOException if they cannot be written
     */
    public static void writeOneLayer(Path directory) throws IOException {
        TrainingCache cache = new TrainingCache(directory);
        cache.add("large", largeTar("large"));
        cache.writeMetadata(cache.addSbom());
    }

    private static byte[] tar(String layer) {
        TrainingTar tar = new TrainingTar(LAYERS + layer);
        tar.directory("bin");
        for (int i = 0; i < 10; i++) {
            tar.file("bin/file-" + i, new byte[1000 * i]);
        }
        tar.paxFile("bin/a-name-in-another-header", new byte[10]);
        tar.symbolicLink("bin/link", "file-1");
        tar.hardLink("bin/same", "bin/file-1");
        return tar.bytes();
    }

    private static byte[] largeTar(String layer) {
        TrainingTar tar = new TrainingTar(LAYERS + layer);
        for (int i = 0; i < 20; i++) {
            tar.file("file-" + i, new byte[30_000]);
        }
        return tar.bytes();
    }

    /** Returns a tar that is cut off in a file, which is so large that the free space of the disk is queried before. */
    private static byte[] damagedTar(String layer) {
        TrainingTar tar = new TrainingTar(LAYERS + layer);
        tar.fileWithoutContent("file", 20_000_000);
        return tar.bytes();
    }

    private String addSbom() throws IOException {
        TrainingTar tar = new TrainingTar("/layers/sbom/cache");
        tar.directory("example_node");
        tar.directory("example_node/plain-0");
        tar.file("example_node/plain-0/sbom.cdx.json", new byte[300_000]); // so long that an idle thread helps
        return store(tar.bytes(), tar.bytes());
    }

    private void add(String layer, byte[] tar) throws IOException {
        add(layer, tar, tar);
    }

    private void add(String layer, byte[] tar, byte[] stored) throws IOException {
        diffIds.put(layer, store(tar, stored));
    }

    private String store(byte[] tar, byte[] stored) throws IOException {
        String diffId = diffId(tar);
        Files.write(committed.resolve(diffId + ".tar"), stored);
        return diffId;
    }

    private static String diffId(byte[] tar) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(tar));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private void writeMetadata(String sbom) throws IOException {
        String layers = diffIds.entrySet().stream()
                .map(layer -> "\"" + layer.getKey() + "\":{\"sha\":\"" + layer.getValue()
                        + "\",\"build\":true,\"launch\":false,\"cache\":true,\"data\":{\"a\":[1,true,{\"b\":\"c\"}]}}")
                .collect(Collectors.joining(","));
        Files.writeString(
                committed.resolve(ImageLayerCache.METADATA_LABEL),
                "{\"buildpacks\":[{\"key\":\"example/node\",\"version\":\"1.0.0\",\"layers\":{" + layers
                        + "}}],\"sbom\":{\"sha\":\"" + sbom + "\"}}");
    }
}
