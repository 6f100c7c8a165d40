package dev.restorer.cli.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.api.Buildpack;
import dev.restorer.api.BuildpackPlan;
import dev.restorer.api.ContentsDecision;
import dev.restorer.api.ContentsReason;
import dev.restorer.api.LayerId;
import dev.restorer.api.RestorePlan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContentsTableTest {

    private static ContentsDecision decision(String layer, ContentsReason reason) {
        return new ContentsDecision(new LayerId("a/b", layer), reason, "sha256:1", "sha256:2");
    }

    private static List<String> lines(@Nullable String sbomDiffId, ContentsDecision... decisions) {
        BuildpackPlan buildpack =
                new BuildpackPlan(new Buildpack("a/b", "1", "0.10"), "a_b", null, List.of(), List.of(decisions));
        List<String> lines = new ArrayList<>();
        ContentsTable.print(
                new RestorePlan(false, List.of(buildpack), sbomDiffId, true), LaunchSbom.OF_ANALYZER, lines::add);
        return lines;
    }

    @Test
    void aRowHasTheDecisionAboutALayerAndItsReason() {
        assertThat(lines(
                        "sha256:3",
                        decision("gone", ContentsReason.NOT_IN_CACHE),
                        decision("here", ContentsReason.SAME_DIFF_ID),
                        decision("other", ContentsReason.WRONG_SHA)))
                .containsExactly(
                        "Buildpack  Layer  Contents  Why",
                        "a/b        gone   removed   " + ContentsReason.NOT_IN_CACHE.description(),
                        "a/b        here   restored  " + ContentsReason.SAME_DIFF_ID.description(),
                        "a/b        other  removed   " + ContentsReason.WRONG_SHA.description(),
                        "",
                        "SBOM files of cached layers: restored from the cache",
                        "SBOM files of launch layers: restored if the analyzer left any");
    }

    @Test
    void theAbsenceOfContentsIsStated() {
        assertThat(lines(null))
                .containsExactly(
                        "No metadata of a cached layer is restored, so no contents are.",
                        "",
                        "SBOM files of cached layers: restored if an earlier build left any",
                        "SBOM files of launch layers: restored if the analyzer left any");
    }

    @Test
    void theReasonForNotRestoringTheSbomIsStated() {
        assertThat(linesWithoutSbom(false))
                .contains(
                        "SBOM files of cached layers: not restored, they are from Platform API 0.8 on",
                        "SBOM files of launch layers: not restored, they are from Platform API 0.8 on");
        assertThat(linesWithoutSbom(true))
                .contains(
                        "SBOM files of cached layers: not restored, layers are skipped",
                        "SBOM files of launch layers: not restored, layers are skipped");
    }

    private static List<String> linesWithoutSbom(boolean skipLayers) {
        List<String> lines = new ArrayList<>();
        ContentsTable.print(new RestorePlan(skipLayers, List.of(), null, false), LaunchSbom.OF_ANALYZER, lines::add);
        return lines;
    }

    @Test
    void aNameWithSpecialCharactersIsQuoted() {
        assertThat(lines(null, decision("a\nb", ContentsReason.SAME_DIFF_ID)))
                .anyMatch(line -> line.contains("\"a\\nb\""));
    }
}
