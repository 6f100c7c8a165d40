package dev.restorer.conformance;

import dev.restorer.process.Checkout;
import dev.restorer.process.Finished;
import dev.restorer.process.Processes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a case the way a shell would: through the command of this repository. */
final class Command {

    private Command() {}

    static Finished restore(Case given, Path layers) {
        List<String> command = new ArrayList<>(List.of(Checkout.command(), "restore", "--log-level", "debug"));
        command.addAll(
                List.of("--layers", layers.toString(), "--group", given.group().toString()));
        command.addAll(List.of("--platform-api", given.platformApi(), "--sha-store", given.shaStore()));
        given.app().ifPresent(file -> command.addAll(List.of("--app-metadata", file.toString())));
        given.cache().ifPresent(file -> command.addAll(List.of("--cache-metadata", file.toString())));
        if (given.skipLayers()) {
            command.add("--skip-layers");
        }
        return Processes.run(command);
    }

    /** With the umask that the cases were recorded with. */
    static Finished restoreWithContents(Case given, Path layers) {
        return restoreWithContents(
                given,
                layers,
                given.cacheDirectory()
                        .map(cache -> List.of("--cache-dir", cache.toString()))
                        .orElse(List.of()));
    }

    /** With the cache in an image, and the umask that the cases were recorded with. */
    static Finished restoreWithImage(Case given, Path layers, String image) {
        return restoreWithContents(given, layers, List.of("--cache-image", image));
    }

    private static Finished restoreWithContents(Case given, Path layers, List<String> cache) {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "umask 022; exec \"$@\"", "sh"));
        command.addAll(List.of(Checkout.command(), "restore", "--log-level", "debug", "--layers", layers.toString()));
        command.addAll(List.of("--group", given.group().toString(), "--platform-api", given.platformApi()));
        given.app().ifPresent(file -> command.addAll(List.of("--app-metadata", file.toString())));
        command.addAll(cache);
        if (given.skipLayers()) {
            command.add("--skip-layers");
        }
        return Processes.run(command);
    }
}
