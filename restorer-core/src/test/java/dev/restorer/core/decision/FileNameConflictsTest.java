package dev.restorer.core.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.api.AppMetadata;
import dev.restorer.api.Buildpack;
import dev.restorer.api.BuildpackMetadata;
import dev.restorer.api.CacheMetadata;
import dev.restorer.api.ContentsDecision;
import dev.restorer.api.LayerDecision;
import dev.restorer.api.LayerMetadata;
import dev.restorer.api.LayerTypes;
import dev.restorer.api.Reason;
import dev.restorer.api.RestorePlan;
import dev.restorer.api.RestoreRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameConflictsTest {

    private static final LayerMetadata CACHED =
            LayerMetadata.of("sha256:1").types(LayerTypes.of(true, false, true)).build();
    private static final LayerMetadata LAUNCH = LayerMetadata.of("sha256:2")
            .types(LayerTypes.of(false, true, false))
            .build();

    private static RestorePlan plan(Map<String, LayerMetadata> app, Map<String, LayerMetadata> cached) {
        return new Planner(new NameRules(StandardCharsets.UTF_8))
                .plan(RestoreRequest.in(Path.of("/layers"))
                        .group(List.of(new Buildpack("bp", "1", "0.10")))
                        .appMetadata(new AppMetadata(List.of(new BuildpackMetadata("bp", app, null))))
                        .cacheMetadata(new CacheMetadata(List.of(new BuildpackMetadata("bp", cached, null)), null))
                        .build());
    }

    private static Map<String, LayerMetadata> all(LayerMetadata metadata, String... layers) {
        Map<String, LayerMetadata> all = new LinkedHashMap<>();
        Stream.of(layers).forEach(layer -> all.put(layer, metadata));
        return all;
    }

    private static Stream<String> restored(RestorePlan plan) {
        return plan.decisions()
                .filter(LayerDecision::restored)
                .map(decision -> decision.id().layer());
    }

    @ParameterizedTest
    @CsvSource({
        "a, a.toml",
        "a, a.sha",
        "a, a.sbom.cdx.json",
        "a, a.sbom.spdx.json",
        "a, a.sbom.json",
        "a.sbom, a.sbom.sbom.json",
        "a.b, a.b.toml"
    })
    void aLayerWithTheNameOfAnotherLayersFileIsNotRestored(String layer, String file) {
        RestorePlan plan = plan(Map.of(), all(CACHED, file, layer));
        assertThat(restored(plan)).containsExactly(layer);
        assertThat(plan.decisions())
                .extracting(LayerDecision::reason)
                .containsExactlyInAnyOrder(Reason.RESTORED_FROM_CACHE, Reason.OVERLAPPING_LAYER_NAME);
    }

    @Test
    void itsContentsAreNotPlannedEither() {
        assertThat(plan(Map.of(), all(CACHED, "a", "a.toml")).contents())
                .extracting(ContentsDecision::id)
                .extracting(Object::toString)
                .containsExactly("\"bp:a\"");
    }

    @Test
    void theConflictingLayersMayComeFromTwoSources() {
        assertThat(restored(plan(all(LAUNCH, "a"), all(CACHED, "a.toml")))).containsExactly("a");
        assertThat(restored(plan(all(LAUNCH, "a.toml"), all(CACHED, "a")))).containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.toml", "a.sha", "a.sbom.cdx.json", "toml", ".toml", "a.json", "b.toml.txt", "store.sha"})
    void withoutAConflictSuchANameIsRestored(String name) {
        assertThat(restored(plan(Map.of(), all(CACHED, name, "b")))).contains(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"store.toml", "launch.toml", "build.toml"})
    void theNamesOfTheBuildpacksFilesAreReserved(String name) {
        assertThat(restored(plan(all(LAUNCH, name), Map.of()))).isEmpty();
    }

    @Test
    void aLayerThatIsNotRestoredCausesNoConflict() {
        LayerMetadata notCached = LayerMetadata.of("sha256:3")
                .types(LayerTypes.of(true, false, false))
                .build();
        Map<String, LayerMetadata> cached = all(CACHED, "a.toml");
        cached.put("a", notCached);
        assertThat(restored(plan(Map.of(), cached))).containsExactly("a.toml");
    }

    @Test
    void aLayerWithAConflictCausesNoOtherConflict() {
        assertThat(restored(plan(Map.of(), all(CACHED, "a", "a.toml", "a.toml.toml", "a.toml.toml.toml"))))
                .containsExactly("a", "a.toml.toml");
    }

    /** Each of these names could be that of a file of any shorter one. */
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void layersWithNamesOfEachOthersFilesTakeLittleTime() {
        Set<String> all = new HashSet<>();
        Set<String> conflicts = new HashSet<>();
        for (String name = "x"; name.length() < 1_000; name += ".sha.sbom.json") {
            all.add(name);
            conflicts.add(name + ".sha");
        }
        all.addAll(conflicts);
        assertThat(FileNameConflicts.of(all)).isEqualTo(conflicts);
    }
}
