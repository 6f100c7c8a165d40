package dev.restorer.cli.demo;

import dev.restorer.cli.failure.FileWriteException;
import dev.restorer.spi.ImageLayerCache;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The unpacked sample.
 *
 * @param directory a temporary directory, which is kept for inspection
 */
public record Sample(Path directory) {

    private static final String GROUP = "group.toml";
    private static final String APP_METADATA = "app.json";
    private static final String ANALYZED = "analyzed.toml";
    private static final String CACHE_METADATA = "cache.json";

    /** The contents in the cache, and their diff ids in its metadata. */
    private static final Map<String, String> CONTENTS = Map.of(
            "jdk.tar", "sha256:d8c2a54582161c9dae3c6f89c650f0474e2014aa77b90cf9f7ea8700026187ab",
            "node_modules.tar", "sha256:3212fd07ebc55fe4ff35c1734f25ade7c18f30fe79487394cab3db9b61ac7224",
            "npm_cache.tar", "sha256:4d8c7e4a1c1e43735d0763c9d98d563f8c7f9eb69ff89ca7ec0cf71704ab6a17");

    /**
     * Unpacks the sample into a new temporary directory.
     *
     * @return the sample
     * @throws FileWriteException if it cannot be unpacked
     */
    public static Sample unpack() {
        try {
            Sample sample = new Sample(Files.createTempDirectory("restorer-demo-"));
            Path committed = Files.createDirectories(sample.cache().resolve("committed"));
            copy(GROUP, sample.group());
            copy(APP_METADATA, sample.appMetadata());
            copy(ANALYZED, sample.analyzed());
            copy(CACHE_METADATA, committed.resolve(ImageLayerCache.METADATA_LABEL));
            for (Map.Entry<String, String> layer : CONTENTS.entrySet()) {
                copy(layer.getKey(), committed.resolve(layer.getValue() + ".tar"));
            }
            return sample;
        } catch (IOException e) {
            throw new FileWriteException(
                    System.getProperty("java.io.tmpdir"),
                    "Make room there, or name another directory with RESTORER_JAVA_OPTS=-Djava.io.tmpdir=DIR",
                    e);
        }
    }

    private static void copy(String name, Path to) throws IOException {
        try (InputStream from = Sample.class.getResourceAsStream(name)) {
            if (from == null) {
                throw new FileNotFoundException("the sample lacks " + name);
            }
            Files.copy(from, to);
        }
    }

    /**
     * Returns the layers directory.
     *
     * @return the layers directory, which does not exist yet
     */
    public Path layers() {
        return directory.resolve("layers");
    }

    /**
     * Returns the directory of the input.
     *
     * @return the directory of the group, the app metadata and the cache
     */
    public Path inputs() {
        return directory.resolve("input");
    }

    /**
     * Returns the group of buildpacks.
     *
     * @return the {@code group.toml}
     */
    public Path group() {
        return inputs().resolve(GROUP);
    }

    /**
     * Returns the metadata of the previous app image.
     *
     * @return the JSON of the label
     */
    public Path appMetadata() {
        return inputs().resolve(APP_METADATA);
    }

    /**
     * Returns the same metadata in the format of the analyzer.
     *
     * @return the {@code analyzed.toml}
     */
    public Path analyzed() {
        return inputs().resolve(ANALYZED);
    }

    /**
     * Returns the cache.
     *
     * @return the directory of the cache, with its metadata and the contents of layers
     */
    public Path cache() {
        return inputs().resolve("cache");
    }
}
