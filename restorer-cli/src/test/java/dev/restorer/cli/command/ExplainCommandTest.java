package dev.restorer.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.api.Buildpack;
import dev.restorer.api.BuildpackPlan;
import dev.restorer.api.ContentsDecision;
import dev.restorer.api.ContentsReason;
import dev.restorer.api.LayerId;
import dev.restorer.api.RestorePlan;
import java.nio.file.Path;
import java.util.List;
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
    void explainShowsTheDecisionsAboutContents() {
        run.restorer.answerWith(plan());
        assertThat(run.with("explain", "--layers=l\nm")).isZero();
        assertThat(run.out())
                .contains(
                        "a/b        deps   removed   " + ContentsReason.WRONG_SHA.description(),
                        "SBOM files of cached layers: restored from the cache",
                        "The same rules apply to cached layers that are already in l\\nm.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--metadata-only", "--cache-metadata=cache.json"})
    void withMetadataOnlyExplainShowsNoContents(String flag) {
        run.restorer.answerWith(plan());
        assertThat(run.with("explain", flag)).isZero();
        assertThat(run.out())
                .contains("store.toml of a/b: not restored, the app metadata has none")
                .noneMatch(line -> line.contains("deps") || line.contains("SBOM") || line.contains("likewise"));
    }

    @Test
    void theAbsenceOfLayersIsStated() {
        run.with("explain");
        assertThat(run.out()).anyMatch(line -> line.startsWith("Neither the app image nor the cache lists a layer"));
    }
}
