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
import dev.restorer.api.RestoreReport;
import dev.restorer.api.RestoreRequest;
import dev.restorer.core.contents.MemoryCache;
import dev.restorer.files.AtomicDirectories;
import dev.restorer.files.ConfinedDirectory;
import dev.restorer.files.TrustedDirectory;
import dev.restorer.testing.RecordingShaStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PlannedContentsPropertyTest {

    private final RestoreEngine restorer = new RestoreEngine();
    private final MemoryCache cache = new MemoryCache();
    private final List<String> diffIds;

    PlannedContentsPropertyTest() {
        diffIds = List.of(
                cache.add(Build.tar("bp", "a", "content").bytes()),
                cache.add(Build.tar("bp", "b", "content").bytes()),
                MemoryCache.diffId(new byte[] {1}),
                "sha256:1",
                "");
    }

    @Provide
    Arbitrary<BuildpackMetadata> known() {
        Arbitrary<Boolean> flags = Arbitraries.of(true, false);
        Arbitrary<LayerMetadata> layers = Combinators.combine(flags, flags, flags, Arbitraries.of(diffIds))
                .as((build, launch, cached, diffId) -> LayerMetadata.of(diffId)
                        .types(LayerTypes.of(build, launch, cached))
                        .build());
        return Arbitraries.maps(
                        Arbitraries.of("a", "b", "c", "store", "launch", "build", "..", "a.toml", ".restorer-1"),
                        layers)
                .ofMaxSize(6)
                .map(map -> new BuildpackMetadata("bp", map, null));
    }

    @Provide
    Arbitrary<String> buildpackApis() {
        return Arbitraries.of("0.4", "0.5", "0.6", "0.10");
    }

    @Provide
    Arbitrary<String> platformApis() {
        return Arbitraries.of("0.3", "0.7", "0.8", "0.13", "0.14", "0.15");
    }

    @Property(tries = 300)
    void aPlanForAnEmptyDirectoryIsCarriedOut(
            @ForAll("known") BuildpackMetadata app,
            @ForAll("known") BuildpackMetadata cached,
            @ForAll("buildpackApis") String buildpackApi,
            @ForAll("platformApis") String platformApi,
            @ForAll boolean skipLayers)
            throws IOException {
        Path outer = Files.createTempDirectory("planned");
        try {
            RestoreRequest request = RestoreRequest.in(outer.resolve("layers"))
                    .group(List.of(new Buildpack("bp", "1", buildpackApi)))
                    .appMetadata(new AppMetadata(List.of(app)))
                    .cacheMetadata(new CacheMetadata(List.of(cached), null))
                    .platformApi(platformApi)
                    .skipLayers(skipLayers)
                    .build();
            RestoreReport report = restorer.restore(
                    request,
                    new RecordingShaStore(),
                    ContentsOptions.from(cache).parallelism(2).build());
            assertThat(report.contents().map(ContentsOutcome::decision))
                    .containsExactlyElementsOf(restorer.plan(request).contents().toList());
        } finally {
            delete(outer);
        }
    }

    private static void delete(Path directory) throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try (ConfinedDirectory confined = new TrustedDirectory(temporary).open().orElseThrow()) {
            new AtomicDirectories(confined).remove(directory.getFileName().toString());
        }
    }
}
