package dev.restorer.cli.demo;

import dev.restorer.cli.failure.FileWriteException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The sample, unpacked.
 *
 * @param directory a temporary directory, which stays for the person to look into
 */
public record Sample(Path directory) {

    private static final String GROUP = "group.toml";
    private static final String APP_METADATA = "app.json";
    private static final String ANALYZED = "analyzed.toml";
    private static final String CACHE_METADATA = "cache.json";

    /** The contents that the cache has, by the diff ids that its metadata tells. */
    private static final Map<String, String> CONTENTS = Map.of(
            "jdk.tar", "sha256:d8c2a54582161c9dae3c6f89c650f0474e2014aa77b90cf9f7ea8700026187ab",
            "node_modules.tar", "sha256:3212fd07ebc55fe4ff35c1734f25ade7c18f30fe79487394cab3db9b61ac7224",
            "npm_cache.tar", "sha256:4d8c7e4a1c1e43735d0763c9d98d563f8c7f9eb69ff89ca7ec0cf71704ab6a17");

    /**
     * Unpacks the sample into a new temporary directory.
     *
     * @return where it is
     * @throws FileWriteException if it cannot be unpacked
     */
    public static Sample unpack() {
        try {
            Sample sample = new Sample(Files.createTempDirectory("restorer-demo-"));
            Path committed = Files.createDirectories(sample.cache().resolve("committed"));
            copy(GROUP, sample.group());
            copy(APP_METADATA, sample.appMetadata());
            copy(ANALYZED, sample.analyzed());
            copy(CACHE_METADATA, committed.resolve("io.buildpacks.lifecycle.cache.metadata"));
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
     * Returns where the sample is restored to.
     *
     * @return the layers directory, which is not there yet
     */
    public Path layers() {
        return directory.resolve("layers");
    }

    /**
     * Returns where the input is.
     *
     * @return the directory of the group, of what the app image knows, and of the cache
     */
    public Path inputs() {
        return directory.resolve("input");
    }

    /**
     * Returns the buildpacks that take part.
     *
     * @return the group.toml
     */
    public Path group() {
        return inputs().resolve(GROUP);
    }

    /**
     * Returns what the previous app image knows.
     *
     * @return the JSON of the label
     */
    public Path appMetadata() {
        return inputs().resolve(APP_METADATA);
    }

    /**
     * Returns the same in the form that the analyzer writes.
     *
     * @return the analyzed.toml
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
