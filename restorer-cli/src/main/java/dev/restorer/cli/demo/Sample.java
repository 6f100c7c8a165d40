package dev.restorer.cli.demo;

import dev.restorer.cli.failure.FileWriteException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The sample, unpacked.
 *
 * @param directory a temporary directory, which stays for the person to look into
 */
public record Sample(Path directory) {

    private static final String GROUP = "group.toml";
    private static final String APP_METADATA = "app.json";
    private static final String CACHE_METADATA = "cache.json";

    /**
     * Unpacks the sample into a new temporary directory.
     *
     * @return where it is
     * @throws FileWriteException if it cannot be unpacked
     */
    public static Sample unpack() {
        try {
            Sample sample = new Sample(Files.createTempDirectory("restorer-demo-"));
            Files.createDirectory(sample.inputs());
            for (String name : new String[] {GROUP, APP_METADATA, CACHE_METADATA}) {
                copy(name, sample.inputs().resolve(name));
            }
            return sample;
        } catch (IOException e) {
            throw new FileWriteException(
                    Path.of(System.getProperty("java.io.tmpdir")),
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
     * @return the directory of the three files
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
     * Returns what the cache knows.
     *
     * @return the JSON of its metadata
     */
    public Path cacheMetadata() {
        return inputs().resolve(CACHE_METADATA);
    }
}
