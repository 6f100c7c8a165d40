package dev.restorer.cli;

import dev.restorer.cli.demo.Sample;
import dev.restorer.cli.training.TrainingCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Runs the most common restores in one JVM, from which the archive of classes is made: of metadata from a label and
 * from an {@code analyzed.toml}, and of contents of every kind. {@code bin/restorer} runs it when it makes the archive.
 */
public final class Training {

    private Training() {}

    /**
     * Runs the restores in temporary directories, which are kept.
     *
     * @param args none
     * @throws IOException if the input cannot be written
     */
    public static void main(String[] args) throws IOException {
        start("demo");
        Sample sample = Sample.unpack();
        restore(sample.layers(), sample.group(), "--app-metadata", sample.appMetadata());
        restore(sample.layers(), sample.group(), "--analyzed", sample.analyzed());
        Path directory = Files.createTempDirectory("restorer-training-");
        TrainingCache.write(directory);
        Path cache = directory.resolve("cache");
        Path group = directory.resolve("group.toml");
        restore(directory.resolve("layers"), group, "--cache-dir", cache);
        restore(directory.resolve("layers"), group, "--cache-dir", cache); // replaces the layers
        Path other = Files.createTempDirectory("restorer-training-");
        TrainingCache.writeOneLayer(other);
        restore(other.resolve("layers"), group, "--cache-dir", other.resolve("cache"));
        System.exit(0); // loads classes too
    }

    private static void restore(Path layers, Path group, String flag, Path file) {
        start("restore", "--layers", layers.toString(), "--group", group.toString(), flag, file.toString());
    }

    private static void start(String... args) {
        int exitCode = Main.start(args);
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }
}
