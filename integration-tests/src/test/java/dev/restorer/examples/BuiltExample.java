package dev.restorer.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.process.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What the build of the example left: a directory of jars, to be dropped beside the command. */
final class BuiltExample {

    private BuiltExample() {}

    static Path jarsDirectory() {
        Path directory = property("restorer.examples").resolve("custom-sha-store/target/stores");
        assertThat(directory).isDirectory();
        return directory;
    }

    /** The store, and the driver that it needs. */
    static List<Path> jars() {
        List<Path> jars = jarsIn(jarsDirectory());
        assertThat(jars).hasSize(2);
        assertThat(jars.get(0)).hasFileName("custom-sha-store-1.0.0.jar");
        assertThat(jars.get(1).getFileName().toString()).matches("h2-.*\\.jar");
        return jars;
    }

    static List<Path> jarsIn(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path root() {
        return Checkout.root();
    }

    static Path property(String name) {
        String value = Objects.requireNonNull(System.getProperty(name), name);
        return Path.of(value).toAbsolutePath().normalize();
    }
}
