package dev.restorer.benchmarks.commands;

import dev.restorer.benchmarks.data.CacheVolume;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The files that a platform gives the command.
 *
 * @param group the {@code group.toml}
 * @param analyzed the {@code analyzed.toml} of an app without a previous image
 * @param volume the cache directory
 */
record Input(Path group, Path analyzed, Path volume) {

    private static final String GROUP = "[[group]]\nid = \"" + CacheVolume.BUILDPACK_ID + "\"\nversion = \""
            + CacheVolume.BUILDPACK_VERSION + "\"\napi = \"" + CacheVolume.BUILDPACK_API + "\"\n";

    /** Writes them to a new directory. */
    static Input write(CacheVolume volume, Path directory) throws IOException, InterruptedException {
        Files.createDirectories(directory);
        Input input = new Input(
                Files.writeString(directory.resolve("group.toml"), GROUP),
                Files.writeString(directory.resolve("analyzed.toml"), ""),
                directory.resolve("cache"));
        volume.write(input.volume);
        return input;
    }

    /** Returns the arguments of a restore. */
    List<String> arguments(Path layers) {
        return List.of(
                "restore",
                "--log-level",
                "warn",
                "--layers",
                layers.toString(),
                "--group",
                group.toString(),
                "--analyzed",
                analyzed.toString(),
                "--cache-dir",
                volume.toString());
    }
}
