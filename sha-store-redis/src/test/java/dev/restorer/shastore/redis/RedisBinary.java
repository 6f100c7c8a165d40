package dev.restorer.shastore.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import redis.embedded.core.ExecutableProvider;

/** The server's program, out of a jar. Without it nothing is tested, so that fails. */
final class RedisBinary {

    private static final Path FILE = extracted();

    private RedisBinary() {}

    static Path file() {
        return FILE;
    }

    private static Path extracted() {
        try {
            Path folder = Files.createTempDirectory("redis-binary");
            // What is registered last is deleted first, and the provider registers the file.
            folder.toFile().deleteOnExit();
            Path file = ExecutableProvider.newJarResourceProvider(folder.toFile())
                    .get()
                    .toPath();
            assertThat(file)
                    .as("the redis-server of com.github.codemonstur:embedded-redis for this machine")
                    .isExecutable();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("embedded-redis has no redis-server for this machine", e);
        }
    }
}
