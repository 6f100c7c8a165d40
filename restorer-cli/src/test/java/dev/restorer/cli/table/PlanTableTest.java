package dev.restorer.cli.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.api.Buildpack;
import dev.restorer.api.BuildpackPlan;
import dev.restorer.api.LayerDecision;
import dev.restorer.api.LayerId;
import dev.restorer.api.LayerMetadata;
import dev.restorer.api.LayerTypes;
import dev.restorer.api.Metadata;
import dev.restorer.api.MetadataSource;
import dev.restorer.api.Reason;
import dev.restorer.api.RestorePlan;
import dev.restorer.api.StoreMetadata;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTableTest {

    private static final LayerTypes NONE = LayerTypes.of(false, false, false);
    private static final LayerTypes ALL = LayerTypes.of(true, true, true);

    private static LayerDecision app(String layer, LayerTypes types, Reason reason) {
        return decision(layer, MetadataSource.APP_IMAGE, types, reason);
    }

    private static LayerDecision cache(String layer, LayerTypes types, Reason reason) {
        return decision(layer, MetadataSource.CACHE, types, reason);
    }

    private static LayerDecision decision(String layer, MetadataSource source, LayerTypes types, Reason reason) {
        return new LayerDecision(
                new LayerId("a/b", layer),
                source,
                LayerMetadata.of("sha256:1").types(types).build(),
                reason);
    }

    private static List<String> lines(LayerDecision... decisions) {
        return lines(new BuildpackPlan(new Buildpack("a/b", "1", "0.10"), "a_b", null, List.of(decisions), List.of()));
    }

    private static List<String> lines(BuildpackPlan... buildpacks) {
        List<String> lines = new ArrayList<>();
        PlanTable.print(new RestorePlan(false, List.of(buildpacks), null, true), lines::add);
        return lines;
    }

    private static List<String> cells(LayerDecision... decisions) {
        return List.of(lines(decisions).get(1).split(" {2,}", -1));
    }

    @Test
    void columnsAreAsWideAsTheirWidestCell() {
        assertThat(lines(app("layer", ALL, Reason.RESTORED_FROM_APP_IMAGE), app("x", NONE, Reason.APP_LAUNCH_FALSE)))
                .startsWith(
                        "Buildpack  Layer  App image           Cache  Restored  From       Why",
                        "a/b        layer  build launch cache  -      yes       app image  "
                                + Reason.RESTORED_FROM_APP_IMAGE.description(),
                        "a/b        x      none                -      no        -          "
                                + Reason.APP_LAUNCH_FALSE.description());
    }

    @Test
    void aLayerOfBothSourcesIsOneRowWithTheReasonOfTheRestoringOne() {
        assertThat(cells(app("l", ALL, Reason.RESTORED_FROM_APP_IMAGE), cache("l", ALL, Reason.CACHE_LAUNCH_TRUE)))
                .containsExactly(
                        "a/b",
                        "l",
                        "build launch cache",
                        "build launch cache",
                        "yes",
                        "app image",
                        Reason.RESTORED_FROM_APP_IMAGE.description());
        assertThat(cells(app("l", NONE, Reason.APP_LAUNCH_FALSE), cache("l", NONE, Reason.RESTORED_FROM_CACHE)))
                .containsExactly("a/b", "l", "none", "none", "yes", "cache", Reason.RESTORED_FROM_CACHE.description());
    }

    @Test
    void ifNeitherSourceRestoresBothReasonsAreShown() {
        assertThat(cells(app("l", NONE, Reason.APP_LAUNCH_FALSE), cache("l", NONE, Reason.CACHE_FALSE)))
                .endsWith("no", "-", Reason.APP_LAUNCH_FALSE.description() + "; " + Reason.CACHE_FALSE.description());
        assertThat(cells(app("l", NONE, Reason.LAYERS_SKIPPED), cache("l", NONE, Reason.LAYERS_SKIPPED)))
                .endsWith("no", "-", Reason.LAYERS_SKIPPED.description());
    }

    @Test
    void ifBothSourcesRestoreTheCacheIsShown() {
        assertThat(cells(app("l", ALL, Reason.RESTORED_FROM_APP_IMAGE), cache("l", NONE, Reason.RESTORED_FROM_CACHE)))
                .contains("yes", "cache");
    }

    @Test
    void layersAreSortedByName() {
        assertThat(lines(
                        app("b", ALL, Reason.APP_NOT_IN_CACHE),
                        cache("a", NONE, Reason.CACHE_FALSE),
                        cache("c", NONE, Reason.CACHE_FALSE)))
                .satisfies(lines -> assertThat(lines.subList(1, 4))
                        .extracting(line -> line.substring(11, 12))
                        .containsExactly("a", "b", "c"));
    }

    @Test
    void aNameWithSpecialCharactersIsQuoted() {
        assertThat(DisplayName.of("../evil")).isEqualTo("../evil");
        assertThat(DisplayName.of("é日本😀")).isEqualTo("é日本😀");
        assertThat(DisplayName.of("a\nb")).isEqualTo("\"a\\nb\"");
        assertThat(DisplayName.of("a\"b")).isEqualTo("\"a\\\"b\"");
        assertThat(DisplayName.of("\u001b[31m")).isEqualTo("\"\\x1b[31m\"");
        assertThat(DisplayName.of("\ud800")).isEqualTo("\"\ufffd\"");
        assertThat(DisplayName.of("")).isEqualTo("\"\"");
        assertThat(DisplayName.of(" a")).isEqualTo("\" a\"");
    }

    @Test
    void eachBuildpackHasALineForItsStore() {
        Buildpack buildpack = new Buildpack("a/b", "1", "0.10");
        assertThat(lines(
                        new BuildpackPlan(buildpack, "a_b", new StoreMetadata(Metadata.none()), List.of(), List.of()),
                        new BuildpackPlan(buildpack, "a_b", null, List.of(), List.of()),
                        new BuildpackPlan(buildpack, null, null, List.of(), List.of())))
                .containsExactly(
                        "Neither the app image nor the cache lists a layer of the buildpacks in the group.",
                        "",
                        "store.toml of a/b: restored from app image",
                        "store.toml of a/b: not restored, the app metadata has none",
                        "store.toml of a/b: not restored, " + Reason.UNSAFE_BUILDPACK_ID.description());
    }
}
