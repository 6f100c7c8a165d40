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

/** One restore that was recorded from the reference: its inputs, and what was left behind. */
record Case(Path folder, String platformApi, boolean skipLayers, String shaStore) {

    static Case in(Path folder) {
        JsonNode settings = new ObjectMapper().readTree(folder.resolve("case.json"));
        return new Case(
                folder,
                settings.required("platform-api").asString(),
                settings.required("skip-layers").booleanValue(),
                settings.optional("sha-store")
                        .map(store -> store.asString() + ":")
                        .orElseGet(() -> ShaStores.defaultUri(
                                settings.required("platform-api").asString())));
    }

    Path group() {
        return folder.resolve("group.toml");
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
        return folder.resolve("expected");
    }

    boolean fails() {
        return ifThere("expected-error.txt").isPresent();
    }

    List<String> expectedLog() {
        try {
            return Files.readAllLines(folder.resolve("expected.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Path> ifThere(String name) {
        return Optional.of(folder.resolve(name)).filter(Files::exists);
    }

    /** The name of the folder, which names the case in the test report. */
    @Override
    public String toString() {
        return folder.getFileName().toString();
    }
}
