package dev.restorer.contents;

import com.github.luben.zstd.ZstdOutputStream;
import dev.restorer.fixtures.Tar;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** The cache of a build that ran before, and its group: buildpack {@code bp}, whose layers are all cached. */
public final class CacheDirectory {

    private final Path directory;
    private final List<String> layers = new ArrayList<>();
    private String sbom = "";

    public CacheDirectory(Path directory) {
        this.directory = directory;
        try {
            Files.createDirectories(committed());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the entries of a tar. */
    public interface Entries {
        void write(Layer layer) throws IOException;
    }

    /** Compresses what is written to a stream. */
    private interface Compression {
        OutputStream of(OutputStream stream) throws IOException;
    }

    private Path committed() {
        return path().resolve("committed");
    }

    public Path path() {
        return directory.resolve("cache");
    }

    public Path group() {
        return directory.resolve("group.toml");
    }

    /** What the app image of that build knows, which is nothing. */
    public Path appMetadata() {
        return directory.resolve("app.json");
    }

    /** Adds a layer with its contents. */
    public CacheDirectory layer(String name, Entries entries) {
        return knownLayer(name, contents("/layers/bp/" + name, stream -> stream, entries));
    }

    /** Adds a layer with its contents, compressed with gzip. */
    public CacheDirectory compressedLayer(String name, Entries entries) {
        return knownLayer(
                name, contents("/layers/bp/" + name, stream -> new GZIPOutputStream(stream, 1 << 16), entries));
    }

    /** Adds a layer with its contents, compressed with zstd. */
    public CacheDirectory zstdLayer(String name, Entries entries) {
        return knownLayer(name, contents("/layers/bp/" + name, ZstdOutputStream::new, entries));
    }

    /** Adds layers whose files take a while to write, one of which the cache has no contents, and an SBOM. */
    CacheDirectory manyFiles(int layerCount, int fileCount) {
        for (int i = 0; i < layerCount; i++) {
            String content = ("content of layer " + i + " ").repeat(150);
            layer("layer-" + i, layer -> {
                layer.directory("", 0750).directory("read-only", 0555);
                for (int file = 0; file < fileCount; file++) {
                    layer.file("file-" + file, 0640, content + file);
                }
                layer.file("read-only/file", 0444, content).symbolicLink("link", "read-only/file");
            });
        }
        return knownLayer("missing", "sha256:" + "0".repeat(64))
                .sbom(sbom -> sbom.file("bp/layer-0/sbom.cdx.json", 0644, "{}"));
    }

    /** Adds a layer of which the cache has no contents, unless others have the same diff id. */
    public CacheDirectory knownLayer(String name, String diffId) {
        layers.add("\"" + name + "\": {\"sha\": \"" + diffId + "\", \"cache\": true, \"data\": {\"of\": \"" + name
                + "\"}}");
        return this;
    }

    public CacheDirectory sbom(Entries entries) {
        sbom = ", \"sbom\": {\"sha\": \"" + contents("/layers/sbom/cache", stream -> stream, entries) + "\"}";
        return this;
    }

    private String contents(String root, Compression compression, Entries entries) {
        try {
            Path file = Files.createTempFile(committed(), "new", ".tar");
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (OutputStream tar = new DigestOutputStream(compression.of(Files.newOutputStream(file)), digest)) {
                entries.write(new Layer(tar, root));
                tar.write(Tar.end());
            }
            String diffId = "sha256:" + HexFormat.of().formatHex(digest.digest());
            Files.move(file, committed().resolve(diffId + ".tar"));
            return diffId;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes what the cache knows, what the app image knows, and the group. */
    public CacheDirectory write(String buildpackApi) {
        try {
            Files.writeString(appMetadata(), "{}");
            Files.writeString(
                    committed().resolve("io.buildpacks.lifecycle.cache.metadata"),
                    "{\"buildpacks\": [{\"key\": \"bp\", \"layers\": {" + String.join(", ", layers) + "}}]" + sbom
                            + "}",
                    StandardCharsets.UTF_8);
            Files.writeString(group(), "[[group]]\nid = \"bp\"\nversion = \"1\"\napi = \"" + buildpackApi + "\"\n");
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
