package dev.restorer.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.api.AppMetadata;
import dev.restorer.api.Buildpack;
import dev.restorer.api.BuildpackMetadata;
import dev.restorer.api.BuildpackPlan;
import dev.restorer.api.ContentsDecision;
import dev.restorer.api.ContentsReason;
import dev.restorer.api.LayerId;
import dev.restorer.api.LayerMetadata;
import dev.restorer.api.RestorePlan;
import dev.restorer.cli.explain.Plans;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainCommandTest {

    @TempDir
    Path directory;

    private final Run run = new Run();

    @Test
    void explainPlansAndWritesNothing() {
        Path layers = directory.resolve("layers");
        Path report = directory.resolve("report.json");
        assertThat(run.with("explain", "--layers=" + layers, "--report=" + report, "--sha-store=other:"))
                .isZero();
        assertThat(run.restorer.planned()).last().satisfies(request -> {
            assertThat(request.layersDirectory()).isEqualTo(layers);
            assertThat(request.group()).hasSize(1);
        });
        assertThat(run.restorer.restored()).isEmpty();
        assertThat(run.store.opened).isEmpty();
        assertThat(directory).isEmptyDirectory();
    }

    private static RestorePlan plan() {
        LayerId layer = new LayerId("a/b", "deps");
        ContentsDecision contents = new ContentsDecision(layer, ContentsReason.WRONG_SHA, "sha256:1", "sha256:2");
        return new RestorePlan(
                false,
                List.of(new BuildpackPlan(
                        new Buildpack("a/b", "1", "0.10"), "a_b", null, List.of(), List.of(contents))),
                "sha256:3",
                true);
    }

    @Test
    void inTheWideFormTheDecisionsAboutContentsAreATableOfTheirOwn() {
        run.restorer.answerWith(plan());
        assertThat(run.with("explain", "--layers=l\nm", "--format=wide")).isZero();
        assertThat(run.out())
                .contains(
                        "a/b        deps   removed   " + ContentsReason.WRONG_SHA.description(),
                        "SBOM files of cached layers: restored from the cache",
                        "Layers that are already in l\\nm are not considered here; a restore replaces or removes the"
                                + " cached ones by the same rules.");
    }

    @Test
    void theWideFormEndsWithTheSumsAndALegend() {
        run.restorer.answerWith(Plans.ofFourLayers());
        assertThat(run.with("explain", "--format=wide")).isZero();
        List<String> out = run.out();
        assertThat(out.subList(out.size() - 3, out.size() - 1))
                .containsExactly(
                        "",
                        "4 layers: 2 restored from the app image, 1 from the cache, 1 not restored; contents:"
                                + " 1 restored, 1 removed, 1 kept, 1 none.");
        assertThat(out)
                .last()
                .asString()
                .isEqualTo("App image, Cache: the types of the layer there (none: it has no type; -: not listed)."
                        + " Restored, From: whether and from where the metadata is restored."
                        + " Contents, of cached layers only: restored, or removed with the metadata.");
    }

    @Test
    void withoutALayerOfTheGroupTheBuildpacksOfTheLabelAreNamed() {
        run.reader.analyzed = new AppMetadata(List.of(
                BuildpackMetadata.empty("x/empty"),
                new BuildpackMetadata(
                        "x/other", Map.of("deps", LayerMetadata.of("sha256:1").build()), null)));
        run.with("explain");
        assertThat(String.join(" ", run.out()).replaceAll(" +", " "))
                .contains("They list layers of these buildpacks: x/other.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--metadata-only", "--cache-metadata=cache.json"})
    void withMetadataOnlyExplainShowsNoContents(String flag) {
        run.restorer.answerWith(plan());
        assertThat(run.with("explain", flag)).isZero();
        assertThat(run.out())
                .contains("store.toml of a/b: not restored, the app metadata has none")
                .noneMatch(line -> line.contains("deps") || line.contains("SBOM") || line.contains("already in"));
    }

    @Test
    void theAbsenceOfLayersIsStated() {
        run.with("explain");
        assertThat(run.out()).anyMatch(line -> line.startsWith("Neither the app image nor the cache lists a layer"));
    }

    @Test
    void theTableIsAsWideAsTheVariableSays() {
        run.restorer.answerWith(Plans.ofFourLayers());
        run.variables.put("COLUMNS", "100");
        assertThat(run.with("explain", "--layers", "/l", "--log-level=error")).isZero();
        assertThat(run.out()).startsWith("Layer   App image  Cache   Metadata   Contents  Why");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "wide", "99999999999"})
    void withoutAUsableVariableTheTableHas80Columns(String columns) {
        run.restorer.answerWith(Plans.ofFourLayers());
        run.variables.put("COLUMNS", columns);
        assertThat(run.with("explain", "--format=table", "--log-level=error")).isZero();
        assertThat(run.out()).startsWith("Layer   App image  Cache   Metadata   Contents");
    }

    @Test
    void asJsonThePlanIsTheOnlyOutputAndTheLogGoesToStandardError() {
        run.restorer.answerWith(Plans.ofFourLayers());
        assertThat(run.with("explain", "--layers=/l", "--format", "json", "--log-level=debug"))
                .isZero();
        assertThat(run.out()).singleElement().asString().startsWith("{\"schemaVersion\":1,\"layersDirectory\":\"/l\"");
        assertThat(run.err()).contains("a debug line", "an info line");
    }

    @Test
    void asMarkdownTheTableIsTheOnlyOutput() {
        run.restorer.answerWith(Plans.ofFourLayers());
        assertThat(run.with("explain", "--format=markdown")).isZero();
        assertThat(run.out()).startsWith("| Buildpack | Layer | App image | Cache | Metadata | Contents | Why |");
        assertThat(run.err()).contains("an info line");
    }

    @Test
    void theRulesForOneLayerAreShownInBothForms() {
        run.restorer.answerWith(Plans.ofFourLayers());
        assertThat(run.with("explain", "--layer", "example/node:deps", "--log-level=error"))
                .isZero();
        assertThat(run.out()).startsWith("Layer deps of example/node 1.0 (Buildpack API 0.10)");
        assertThat(run.with("explain", "--layer=example/node:deps", "--format=markdown"))
                .isZero();
        assertThat(run.out()).contains("### Layer deps of example/node 1.0 (Buildpack API 0.10)");
    }

    @Test
    void aLayerThatNothingListsIsAnInvalidArgumentWithASuggestion() {
        run.restorer.answerWith(Plans.ofFourLayers());
        assertThat(run.with("explain", "--layer=example/node:dpes")).isEqualTo(3);
        assertThat(run.errors())
                .singleElement()
                .asString()
                .contains("--layer does not accept \"example/node:dpes\"", "did you mean \"example/node:deps\"?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"foo", ":foo"})
    void aLayerWithoutABuildpackIsReportedBeforeAnythingIsRead(String layer) {
        assertThat(run.with("explain", "--layer", layer)).isEqualTo(3);
        assertThat(run.err())
                .singleElement()
                .asString()
                .startsWith(
                        "ERROR: --layer does not accept \"" + layer + "\": give the id of a buildpack, a colon and");
        assertThat(run.reader.calls).isEmpty();
    }

    @Test
    void anUnknownFormIsAnInvalidArgument() {
        assertThat(run.with("explain", "--format=yaml")).isEqualTo(3);
        assertThat(run.errors()).singleElement().asString().contains("give table, wide, json or markdown");
        assertThat(run.with("explain", "--format=json", "--layer=a:b")).isEqualTo(3);
        assertThat(run.with("restore", "--format=json")).isEqualTo(3);
        assertThat(run.reader.calls).isEmpty();
    }
}
