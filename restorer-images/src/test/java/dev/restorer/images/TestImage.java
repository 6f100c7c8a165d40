package dev.restorer.images;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.restorer.images.reference.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The documents of an image with given labels and layers. Layers are not compressed, so their diff ids are their
 * digests.
 */
public final class TestImage {

    public static final String OCI_MANIFEST = "application/vnd.oci.image.manifest.v1+json";
    public static final String OCI_INDEX = "application/vnd.oci.image.index.v1+json";
    private static final String OCI_CONFIG = "application/vnd.oci.image.config.v1+json";
    private static final String OCI_LAYER = "application/vnd.oci.image.layer.v1.tar";

    private final Map<Digest, byte[]> blobs = new LinkedHashMap<>();
    private final List<String> diffIds = new ArrayList<>();
    private final byte[] config;
    private final byte[] manifest;

    private TestImage(String platform, Map<String, String> labels, List<byte[]> layers) {
        List<String> descriptors = new ArrayList<>();
        for (byte[] layer : layers) {
            diffIds.add(Digest.sha256(layer).toString());
            blobs.put(Digest.sha256(layer), layer);
            descriptors.add(descriptor(OCI_LAYER, layer, ""));
        }
        config = json("{" + platform + ",'config':{'Labels':{" + labels(labels)
                + "},'Env':['A=b']},'rootfs':{'type':'layers',"
                + "'diff_ids':[" + diffIds.stream().map(id -> "'" + id + "'").collect(Collectors.joining(","))
                + "]},'history':[{}]}");
        manifest = json("{'schemaVersion':2,'mediaType':'" + OCI_MANIFEST + "','config':"
                + descriptor(OCI_CONFIG, config, "") + ",'layers':[" + String.join(",", descriptors) + "]}");
        blobs.put(Digest.sha256(config), config);
    }

    public static TestImage of(Map<String, String> labels, byte[]... layers) {
        return new TestImage("'os':'linux','architecture':'amd64'", labels, List.of(layers));
    }

    public static TestImage on(String os, String architecture) {
        return new TestImage("'os':'" + os + "','architecture':'" + architecture + "'", Map.of(), List.of());
    }

    private static String labels(Map<String, String> labels) {
        return labels.entrySet().stream()
                .map(label -> "'" + label.getKey() + "':'" + label.getValue() + "'")
                .collect(Collectors.joining(","));
    }

    /** Returns JSON from text with single quotes. */
    public static byte[] json(String text) {
        return text.replace('\'', '"').getBytes(UTF_8);
    }

    /** Returns a descriptor with additional fields, which begin with a comma. */
    public static String descriptor(String mediaType, byte[] bytes, String more) {
        return ("{'mediaType':'" + mediaType + "','digest':'" + Digest.sha256(bytes) + "','size':" + bytes.length + more
                        + "}")
                .replace('\'', '"');
    }

    public static String named(String name) {
        return ",'annotations':{'org.opencontainers.image.ref.name':'" + name + "'}";
    }

    public static String platform(String os, String architecture, String variant) {
        return ",'platform':{'os':'" + os + "','architecture':'" + architecture + "'"
                + (variant.isEmpty() ? "" : ",'variant':'" + variant + "'") + "}";
    }

    public static byte[] index(String... descriptors) {
        return json("{'schemaVersion':2,'mediaType':'" + OCI_INDEX + "','manifests':[" + String.join(",", descriptors)
                + "]}");
    }

    public byte[] manifest() {
        return manifest.clone();
    }

    public byte[] config() {
        return config.clone();
    }

    public String digest() {
        return Digest.sha256(manifest).toString();
    }

    public String descriptor(String more) {
        return descriptor(OCI_MANIFEST, manifest, more);
    }

    public Map<Digest, byte[]> blobs() {
        return blobs;
    }

    public List<String> diffIds() {
        return diffIds;
    }

    /** Writes blobs and the manifest into a layout, without an index. */
    public TestImage into(Path layout) throws IOException {
        Files.createDirectories(layout);
        Files.write(layout.resolve("oci-layout"), json("{'imageLayoutVersion':'1.0.0'}"));
        blob(layout, manifest);
        for (byte[] blob : blobs.values()) {
            blob(layout, blob);
        }
        return this;
    }

    public static Path blob(Path layout, byte[] bytes) throws IOException {
        Path directory = Files.createDirectories(layout.resolve("blobs").resolve("sha256"));
        return Files.write(directory.resolve(Digest.sha256(bytes).hex()), bytes);
    }

    public Path blobFile(Path layout, byte[] bytes) {
        return layout.resolve("blobs")
                .resolve("sha256")
                .resolve(Digest.sha256(bytes).hex());
    }

    /** Creates a layout with only this image. */
    public TestImage alone(Path layout) throws IOException {
        into(layout);
        Files.write(layout.resolve("index.json"), index(descriptor("")));
        return this;
    }
}
