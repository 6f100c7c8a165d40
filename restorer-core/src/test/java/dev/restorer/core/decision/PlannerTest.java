package dev.restorer.core.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.api.AppMetadata;
import dev.restorer.api.Buildpack;
import dev.restorer.api.BuildpackMetadata;
import dev.restorer.api.BuildpackPlan;
import dev.restorer.api.CacheMetadata;
import dev.restorer.api.LayerDecision;
import dev.restorer.api.LayerMetadata;
import dev.restorer.api.LayerTypes;
import dev.restorer.api.Metadata;
import dev.restorer.api.Reason;
import dev.restorer.api.RestorePlan;
import dev.restorer.api.RestoreRequest;
import dev.restorer.api.StoreMetadata;
import dev.restorer.api.UnknownApiException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlannerTest {

    private static final LayerMetadata LAUNCH = LayerMetadata.of("sha256:1")
            .types(LayerTypes.of(false, true, false))
            .build();
    private static final LayerMetadata NONE = LayerMetadata.of("sha256:2").build();
    private static final LayerMetadata CACHED = LayerMetadata.of("sha256:3")
            .types(LayerTypes.of(false, false, true))
            .build();
    private static final StoreMetadata STORE = new StoreMetadata(Metadata.of(Map.of("k", 1)));

    private final Planner planner = new Planner(new NameRules(StandardCharsets.UTF_8));

    private static RestoreRequest.Builder request(String buildpackId, BuildpackMetadata... app) {
        return RestoreRequest.in(Path.of("/layers"))
                .group(List.of(new Buildpack(buildpackId, "1", "0.10")))
                .appMetadata(new AppMetadata(List.of(app)));
    }

    private BuildpackPlan plan(String buildpackId, String layer, LayerMetadata metadata) {
        return planner.plan(request(buildpackId, new BuildpackMetadata(buildpackId, Map.of(layer, metadata), STORE))
                        .build())
                .buildpacks()
                .get(0);
    }

    private static Reason only(BuildpackPlan plan) {
        assertThat(plan.decisions()).hasSize(1);
        return plan.decisions().get(0).reason();
    }

    @Test
    void layersAreSortedByNameStartingWithTheAppImage() {
        Map<String, LayerMetadata> app = new LinkedHashMap<>();
        List.of("c", "a", "b").forEach(name -> app.put(name, LAUNCH));
        Map<String, LayerMetadata> cache = new LinkedHashMap<>();
        List.of("z", "a").forEach(name -> cache.put(name, CACHED));
        RestoreRequest request = request("bp", new BuildpackMetadata("bp", app, null))
                .cacheMetadata(new CacheMetadata(List.of(new BuildpackMetadata("bp", cache, null)), null))
                .build();

        assertThat(planner.plan(request)
                        .decisions()
                        .map(decision -> decision.id().layer()))
                .containsExactly("a", "b", "c", "a", "z");
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void theTimeIsNotTheProductOfTheSizesOfTheGroupAndTheMetadata() {
        List<Buildpack> group = new ArrayList<>();
        List<BuildpackMetadata> metadata = new ArrayList<>();
        for (int i = 0; i < 60_000; i++) {
            group.add(new Buildpack("bp" + i, "1", "0.10"));
            metadata.add(new BuildpackMetadata("bp" + i, Map.of("layer", LAUNCH), null));
        }
        RestorePlan plan = planner.plan(RestoreRequest.in(Path.of("/layers"))
                .group(group)
                .appMetadata(new AppMetadata(metadata))
                .cacheMetadata(new CacheMetadata(metadata, null))
                .build());
        assertThat(plan.decisions()).hasSize(2 * group.size());
    }

    @Test
    void theFirstEntryOfABuildpackIsUsed() {
        RestoreRequest request = request(
                        "bp",
                        new BuildpackMetadata("bp", Map.of("first", LAUNCH), null),
                        new BuildpackMetadata("bp", Map.of("second", LAUNCH), STORE))
                .build();

        BuildpackPlan plan = planner.plan(request).buildpacks().get(0);
        assertThat(plan.decisions())
                .extracting(decision -> decision.id().layer())
                .containsExactly("first");
        assertThat(plan.store()).isNull();
    }

    @Test
    void slashesInBuildpackIdsAreReplacedByUnderscores() {
        assertThat(plan("a/b/c", "x", LAUNCH).directory()).isEqualTo("a_b_c");
    }

    @Test
    void skippedLayersAreNotRestoredButTheStoreIs() {
        RestoreRequest request = request("bp", new BuildpackMetadata("bp", Map.of("x", LAUNCH), STORE))
                .skipLayers(true)
                .build();
        BuildpackPlan plan = planner.plan(request).buildpacks().get(0);
        assertThat(only(plan)).isEqualTo(Reason.LAYERS_SKIPPED);
        assertThat(plan.store()).isEqualTo(STORE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "../../evil", "a/b", "/etc/passwd", "nul\0", "a\nb", "\u007f", "\ud800"})
    void aLayerWhoseNameIsNotSafeIsNotRestored(String name) {
        assertThat(only(plan("bp", name, LAUNCH))).isEqualTo(Reason.UNSAFE_LAYER_NAME);
    }

    @Test
    void aLayersNameMayHaveTheMaximumLength() {
        assertThat(only(plan("bp", "x".repeat(250), LAUNCH))).isEqualTo(Reason.RESTORED_FROM_APP_IMAGE);
        assertThat(only(plan("bp", "x".repeat(251), LAUNCH))).isEqualTo(Reason.UNSAFE_LAYER_NAME);
        assertThat(only(plan("bp", "é".repeat(125), LAUNCH))).isEqualTo(Reason.RESTORED_FROM_APP_IMAGE);
        assertThat(only(plan("bp", "é".repeat(126), LAUNCH))).isEqualTo(Reason.UNSAFE_LAYER_NAME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"launch", "build", "...", "..a", "a..", " ", "Store", "漢字", "a:b", "a\\b", ".hidden"})
    void otherNamesAreRestored(String name) {
        assertThat(only(plan("bp", name, LAUNCH))).isEqualTo(Reason.RESTORED_FROM_APP_IMAGE);
    }

    @Test
    void aLayerNamedStoreIsNotRestored() {
        assertThat(only(plan("bp", "store", LAUNCH))).isEqualTo(Reason.RESERVED_LAYER_NAME);
    }

    @Test
    void aNameIsOnlyCheckedIfTheRulesRestoreTheLayer() {
        assertThat(only(plan("bp", "store", NONE))).isEqualTo(Reason.APP_LAUNCH_FALSE);
        assertThat(only(plan("bp", "../x", NONE))).isEqualTo(Reason.APP_LAUNCH_FALSE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a\0", "a\nb"})
    void nothingOfABuildpackWhoseIdIsNotSafeIsRestored(String id) {
        BuildpackPlan plan = plan(id, "x", LAUNCH);
        assertThat(plan.directory()).isNull();
        assertThat(plan.store()).isNull();
        assertThat(only(plan)).isEqualTo(Reason.UNSAFE_BUILDPACK_ID);
    }

    @Test
    void aBuildpackIdMayHaveTheMaximumLength() {
        assertThat(plan("x".repeat(255), "x", LAUNCH).directory()).hasSize(255);
        assertThat(plan("x".repeat(256), "x", LAUNCH).directory()).isNull();
    }

    @Test
    void namesThatTheLocaleCannotEncodeAreNotRestored() {
        Planner ascii = new Planner(new NameRules(StandardCharsets.US_ASCII));
        RestoreRequest request = request("bp", new BuildpackMetadata("bp", Map.of("é", LAUNCH), null))
                .build();
        assertThat(ascii.plan(request).decisions().map(LayerDecision::reason))
                .containsExactly(Reason.UNSAFE_LAYER_NAME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.2", "0.16", "1.0", "", "x", "0.13.1", "00000000000.3"})
    void anUnknownPlatformApiIsNamedWithTheSupportedOnes(String version) {
        RestoreRequest request = request("bp").platformApi(version).build();
        assertThatThrownBy(() -> planner.plan(request))
                .isInstanceOf(UnknownApiException.class)
                .hasMessageContaining("Platform API \"" + version + "\"")
                .hasMessageContaining("0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.10, 0.11, 0.12, 0.13, 0.14, 0.15");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.1", "0.13", "1.0", " ", "x"})
    void anUnknownBuildpackApiIsNamedWithTheBuildpackAndTheSupportedOnes(String version) {
        RestoreRequest request = request("bp")
                .group(List.of(new Buildpack("good", "1", "0.12"), new Buildpack("bad/one", "1", version)))
                .build();
        assertThatThrownBy(() -> planner.plan(request))
                .isInstanceOf(UnknownApiException.class)
                .hasMessageContaining("Buildpack API \"" + version + "\" of buildpack \"bad/one\"")
                .hasMessageContaining("0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.10, 0.11, 0.12");
    }

    @Test
    void aMissingBuildpackApiIsStatedWithTheBuildpackAndTheSupportedOnes() {
        RestoreRequest request =
                request("bp").group(List.of(new Buildpack("bad/one", "1", ""))).build();
        assertThatThrownBy(() -> planner.plan(request))
                .isInstanceOf(UnknownApiException.class)
                .hasMessage("Buildpack \"bad/one\" has no Buildpack API: its entry in the group has no api, such as"
                        + " api = \"0.12\". Known versions: 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.10, 0.11, 0.12.");
    }

    @Test
    void everyKnownApiIsAccepted() {
        for (int platform = 3; platform <= 15; platform++) {
            for (int buildpack = 2; buildpack <= 12; buildpack++) {
                RestoreRequest request = request("bp")
                        .platformApi("0." + platform)
                        .group(List.of(new Buildpack("bp", "1", "0." + buildpack)))
                        .build();
                assertThat(planner.plan(request).buildpacks()).hasSize(1);
            }
        }
    }
}
