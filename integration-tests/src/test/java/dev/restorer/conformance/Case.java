package dev.restorer.conformance;

import dev.restorer.ShaStores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** One restore that was recorded from the lifecycle: its inputs, and what was left behind. */
record Case(Path directory, String platformApi, boolean skipLayers, String shaStore) {

    static Case in(Path directory) {
        JsonNode settings = new ObjectMapper().readTree(directory.resolve("case.json"));
        return new Case(
                directory,
                settings.required("platform-api").asString(),
                settings.required("skip-layers").booleanValue(),
                settings.optional("sha-store")
                        .map(store -> store.asString() + ":")
                        .orElseGet(() -> ShaStores.defaultUri(
                                settings.required("platform-api").asString())));
    }

    Path group() {
        return directory.resolve("group.toml");
    }

    Optional<Path> app() {
        return ifThere("app.json");
    }

    Optional<Path> cache() {
        return ifThere("cache.json");
    }

    /** The directory of the cache, where the case has contents too. */
    Optional<Path> cacheDirectory() {
        return ifThere("cache");
    }

    Optional<Path> before() {
        return ifThere("before");
    }

    Path expected() {
        return directory.resolve("expected");
    }

    boolean fails() {
        return ifThere("expected-error.txt").isPresent();
    }

    List<String> expectedLog() {
        try {
            return Files.readAllLines(directory.resolve("expected.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Path> ifThere(String name) {
        return Optional.of(directory.resolve(name)).filter(Files::exists);
    }

    /** The name of the directory, which names the case in the test report. */
    @Override
    public String toString() {
        return directory.getFileName().toString();
    }
}
