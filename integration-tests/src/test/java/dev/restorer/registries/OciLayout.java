package dev.restorer.registries;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** An OCI layout with one image, which an exporter might have written. */
public final class OciLayout {

    private static final String OCI = "application/vnd.oci.image.";

    private final Path directory;
    private final Map<String, String> labels = new LinkedHashMap<>();
    private final List<String> diffIds = new ArrayList<>();
    private final List<String> layers = new ArrayList<>();
    private String config = "";

    public OciLayout(Path directory) {
        this.directory = directory;
        try {
            Files.createDirectories(directory.resolve("blobs/sha256"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the image of a cache that an exporter would have written into a directory. */
    public static OciLayout ofCache(Path cache, Path directory) {
        OciLayout layout = new OciLayout(directory);
        try (Stream<Path> files = Files.list(cache.resolve("committed"))) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".tar")) {
                    layout.layer(name.substring(0, name.length() - ".tar".length()), Files.readAllBytes(file));
                } else {
                    layout.label(name, Files.readString(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return layout;
    }

    public OciLayout label(String name, String value) {
        labels.put(name, value);
        return this;
    }

    /** Adds a layer of a diff id, whatever its bytes are. */
    public OciLayout layer(String diffId, byte[] tar) {
        diffIds.add(diffId);
        layers.add(descriptor("layer.v1.tar", tar, ""));
        return this;
    }

    /** Adds a layer, and returns its diff id. */
    public String gzip(byte[] tar) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(tar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        diffIds.add(digest(tar));
        layers.add(descriptor("layer.v1.tar+gzip", compressed.toByteArray(), ""));
        return diffIds.get(diffIds.size() - 1);
    }

    /** Writes the image, and returns its digest. */
    public String write(String tag) {
        byte[] json = ("{\"architecture\":\"" + architecture() + "\",\"os\":\"linux\",\"config\":{\"Labels\":{"
                        + String.join(
                                ",",
                                labels.entrySet().stream().map(OciLayout::json).toList())
                        + "}},\"rootfs\":{\"type\":\"layers\",\"diff_ids\":["
                        + String.join(",", diffIds.stream().map(OciLayout::json).toList()) + "]}}")
                .getBytes(UTF_8);
        String configDescriptor = descriptor("config.v1+json", json, "");
        config = digest(json);
        byte[] manifest = ("{\"schemaVersion\":2,\"mediaType\":\"" + OCI + "manifest.v1+json\",\"config\":"
                        + configDescriptor + ",\"layers\":[" + String.join(",", layers) + "]}")
                .getBytes(UTF_8);
        String named = ",\"annotations\":{\"org.opencontainers.image.ref.name\":" + json(tag) + "}";
        write(
                "index.json",
                ("{\"schemaVersion\":2,\"manifests\":[" + descriptor("manifest.v1+json", manifest, named) + "]}")
                        .getBytes(UTF_8));
        write("oci-layout", "{\"imageLayoutVersion\":\"1.0.0\"}".getBytes(UTF_8));
        return digest(manifest);
    }

    public Path directory() {
        return directory;
    }

    /** Returns the digest of the config that was written. */
    public String config() {
        return config;
    }

    /** Returns the digest of the blob of each layer. */
    public List<String> blobs() {
        return layers.stream()
                .map(descriptor -> descriptor.replaceFirst(".*\"digest\":\"([^\"]*)\".*", "$1"))
                .toList();
    }

    public Path blobFile(String digest) {
        return directory.resolve("blobs/sha256").resolve(digest.substring(digest.indexOf(':') + 1));
    }

    private String descriptor(String type, byte[] blob, String more) {
        String digest = digest(blob);
        write("blobs/sha256/" + digest.substring(digest.indexOf(':') + 1), blob);
        return "{\"mediaType\":\"" + OCI + type + "\",\"digest\":\"" + digest + "\",\"size\":" + blob.length + more
                + "}";
    }

    private void write(String name, byte[] bytes) {
        try {
            Files.write(directory.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(byte[] bytes) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String architecture() {
        String name = System.getProperty("os.arch");
        return name.equals("aarch64") ? "arm64" : name;
    }

    private static String json(Map.Entry<String, String> entry) {
        return json(entry.getKey()) + ":" + json(entry.getValue());
    }

    private static String json(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
