package dev.restorer.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.ContentsOptions;
import dev.restorer.api.AppMetadata;
import dev.restorer.api.Buildpack;
import dev.restorer.api.BuildpackMetadata;
import dev.restorer.api.CacheMetadata;
import dev.restorer.api.ContentsOutcome;
import dev.restorer.api.LayerMetadata;
import dev.restorer.api.LayerTypes;
import dev.restorer.api.Metadata;
import dev.restorer.api.RestoreReport;
import dev.restorer.api.RestoreRequest;
import dev.restorer.core.contents.MemoryCache;
import dev.restorer.fixtures.Tar;
import dev.restorer.testing.RecordingShaStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A rebuild: its layers directory, and a cache with layers of its buildpacks. */
final class Build {

    final Path layers;
    final MemoryCache cache = new MemoryCache();
    final RecordingShaStore shaStore = new RecordingShaStore();

    private final RestoreEngine restorer = new RestoreEngine();
    private final Map<String, Map<String, LayerMetadata>> known = new LinkedHashMap<>();
    private final List<Buildpack> group = new ArrayList<>();
    private String platformApi = "0.15";
    private @Nullable String sbomDiffId;
    private @Nullable String launchSbomDiffId;
    private boolean skipLayers;

    Build(Path directory) {
        layers = directory.resolve("layers");
    }

    Build buildpack(String id, String api) {
        group.add(new Buildpack(id, "1", api));
        return this;
    }

    Build skipLayers() {
        skipLayers = true;
        return this;
    }

    Build platformApi(String version) {
        platformApi = version;
        return this;
    }

    /** Adds a layer with one file to the cache. */
    Build layer(String buildpackId, String layer, String content) {
        return layer(buildpackId, layer, tar(buildpackId, layer, content).bytes());
    }

    Build layer(String buildpackId, String layer, byte[] tar) {
        return knownLayer(buildpackId, layer, cache.add(tar));
    }

    /** Adds a layer to the metadata of the cache, but not its contents. */
    Build knownLayer(String buildpackId, String layer, String diffId) {
        return known(
                buildpackId,
                layer,
                LayerMetadata.of(diffId)
                        .types(LayerTypes.of(false, false, true))
                        .metadata(Metadata.of(Map.of("of", layer)))
                        .build());
    }

    Build known(String buildpackId, String layer, LayerMetadata metadata) {
        known.computeIfAbsent(buildpackId, id -> new LinkedHashMap<>()).put(layer, metadata);
        return this;
    }

    Build sbom(String diffId) {
        sbomDiffId = diffId;
        return this;
    }

    /** Lets the previous image have an SBOM layer. */
    Build launchSbom(String diffId) {
        launchSbomDiffId = diffId;
        return this;
    }

    static Tar tar(String buildpackId, String layer, String content) {
        String path = "/layers/" + buildpackId.replace('/', '_') + "/" + layer;
        return new Tar().directory(path + "/", 0755).file(path + "/file", content);
    }

    RestoreRequest request() {
        return RestoreRequest.in(layers)
                .group(group)
                .platformApi(platformApi)
                .skipLayers(skipLayers)
                .appMetadata(new AppMetadata(List.of(), launchSbomDiffId))
                .cacheMetadata(new CacheMetadata(
                        known.entrySet().stream()
                                .map(buildpack -> new BuildpackMetadata(buildpack.getKey(), buildpack.getValue(), null))
                                .toList(),
                        sbomDiffId))
                .build();
    }

    ContentsOptions.Builder options() {
        return ContentsOptions.from(cache);
    }

    RestoreReport restore() {
        return restore(options());
    }

    /** Restores metadata, and then contents. */
    RestoreReport restore(ContentsOptions.Builder options) {
        return restorer.restore(request(), shaStore, options.build());
    }

    void restoreMetadata() {
        restorer.restoreMetadata(request(), shaStore);
    }

    RestoreReport restoreContents() {
        return restoreContents(options());
    }

    RestoreReport restoreContents(ContentsOptions.Builder options) {
        return restorer.restoreContents(request(), shaStore, options.build());
    }

    /** Writes a file into the layers directory before the restore. */
    Path standing(String path, String content) {
        try {
            Path file = layers.resolve(path);
            Files.createDirectories(file.resolveSibling("."));
            return Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the paths of all entries of the layers directory, with a slash after directories. */
    List<String> tree() {
        try (Stream<Path> paths = Files.walk(layers)) {
            return paths.filter(path -> !path.equals(layers))
                    .map(path ->
                            layers.relativize(path) + (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) ? "/" : ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Asserts that each layer has its metadata, and its contents completely or not at all, and that no entry is hidden.
     */
    void assertNothingIncomplete(String content) {
        assertThat(tree()).noneMatch(path -> path.contains(".restorer-"));
        for (String layer :
                tree().stream().filter(path -> path.matches("[^/]+/[^/]+/")).toList()) {
            assertThat(layers.resolve(layer + "file")).hasContent(content);
        }
    }

    static Map<String, String> causes(RestoreReport report) {
        Map<String, String> causes = new LinkedHashMap<>();
        report.contents().forEach(outcome -> {
            if (outcome instanceof ContentsOutcome.Removed removed) {
                causes.put(removed.decision().id().layer(), removed.cause());
            }
        });
        return causes;
    }

    static List<String> restored(RestoreReport report) {
        return report.contents()
                .filter(outcome -> outcome instanceof ContentsOutcome.Restored)
                .map(outcome -> outcome.decision().id().layer())
                .toList();
    }
}
