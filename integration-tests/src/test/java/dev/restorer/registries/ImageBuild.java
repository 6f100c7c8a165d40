package dev.restorer.registries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.fixtures.OciLayout;
import dev.restorer.fixtures.Tar;
import dev.restorer.process.Checkout;
import dev.restorer.process.Finished;
import dev.restorer.process.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A build that ran before, with its images in layouts: the cache has the layers {@code x} and {@code y} of the
 * buildpack {@code bp}, and the previous image has the metadata of a launch layer {@code z}, a {@code store.toml}, and
 * an SBOM.
 */
final class ImageBuild {

    static final String CACHE_LABEL = "io.buildpacks.lifecycle.cache.metadata";
    static final String APP_LABEL = "io.buildpacks.lifecycle.metadata";
    private static final String EMPTY_LAYER = "{\"sha\":\"%s\",\"cache\":true,\"data\":{}}";

    final Path directory;
    final Path layers;
    final OciLayout cache;
    final OciLayout app;

    ImageBuild(Path directory) throws IOException {
        this.directory = directory;
        layers = directory.resolve("layers");
        cache = new OciLayout(directory.resolve("cache-layout"));
        app = new OciLayout(directory.resolve("app-layout"));
        Files.writeString(group(), "[[group]]\nid = \"bp\"\nversion = \"1\"\napi = \"0.10\"\n");
        Files.writeString(directory.resolve("app.json"), "{}");
        String x = cache.gzip(tar("x"));
        String y = cache.gzip(tar("y"));
        cache.label(
                CACHE_LABEL,
                "{\"buildpacks\":[{\"key\":\"bp\",\"layers\":{\"x\":" + EMPTY_LAYER.formatted(x) + ",\"y\":"
                        + EMPTY_LAYER.formatted(y) + "}}]}");
        String sbom = app.gzip(new Tar()
                .directory("/layers/sbom/launch/", 0755)
                .file("/layers/sbom/launch/bp/z/sbom.cdx.json", "{}")
                .bytes());
        app.label(
                APP_LABEL,
                "{\"sbom\":{\"sha\":\"" + sbom + "\"},\"buildpacks\":[{\"key\":\"bp\",\"layers\":{\"z\":"
                        + "{\"sha\":\"sha256:z\",\"launch\":true,\"data\":{\"a\":\"b\"}}},"
                        + "\"store\":{\"metadata\":{\"s\":\"t\"}}}]}");
    }

    private static byte[] tar(String layer) {
        String path = "/layers/bp/" + layer;
        return new Tar().directory(path + "/", 0755).file(path + "/file", layer).bytes();
    }

    Path group() {
        return directory.resolve("group.toml");
    }

    /** Runs a restore with an app image that has no metadata. */
    Finished restore(List<String> by, String... flags) {
        return run("restore", by, flags);
    }

    Finished restore(String... flags) {
        return restore(List.of(), flags);
    }

    Finished run(String subcommand, List<String> by, String... flags) {
        List<String> command = new ArrayList<>(by);
        command.addAll(List.of(Checkout.command(), subcommand, "--layers", layers.toString()));
        command.addAll(List.of("--group", group().toString()));
        command.addAll(List.of(flags));
        return Processes.run(command);
    }

    /** Restores from a cache image, without app metadata. */
    Finished restoreCache(List<String> by, String image) {
        return restore(
                by,
                "--cache-image",
                image,
                "--app-metadata",
                directory.resolve("app.json").toString());
    }

    Finished restoreCache(String image) {
        return restoreCache(List.of(), image);
    }

    void assertCacheRestored() {
        assertThat(layers.resolve("bp/x/file")).hasContent("x");
        assertThat(layers.resolve("bp/y/file")).hasContent("y");
    }

    void assertNothingOfTheCache() {
        assertThat(layers.resolve("bp")).doesNotExist();
    }

    void assertAppRestored() {
        assertThat(layers.resolve("bp/z.toml")).content().contains("a = \"b\"");
        assertThat(layers.resolve("bp/store.toml")).content().contains("s = \"t\"");
    }

    void assertSbomRestored() {
        assertThat(layers.resolve("bp/z.sbom.cdx.json")).hasContent("{}");
    }

    static void assertDone(Finished run) {
        assertThat(run.exitCode()).as("exit code of %s", run).isZero();
        assertThat(told(run)).isEmpty();
    }

    static String assertOneWarning(Finished run) {
        assertThat(run.exitCode()).as("exit code of %s", run).isZero();
        assertThat(told(run)).hasSize(1);
        assertThat(told(run).get(0)).startsWith("Warning: ");
        return told(run).get(0);
    }

    static String assertOneError(Finished run) {
        assertThat(run.exitCode()).as("exit code of %s", run).isEqualTo(42);
        assertThat(told(run)).as("%s", run).hasSize(1);
        assertThat(told(run).get(0)).startsWith("ERROR: ");
        return told(run).get(0);
    }

    /** Returns what was said beyond that there is no cache, which not every restore from images has. */
    private static List<String> told(Finished run) {
        return run.err().stream()
                .filter(line -> !line.startsWith("Warning: No cached data will be used, no cache specified."))
                .toList();
    }
}
