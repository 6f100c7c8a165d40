package dev.restorer.cli.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.api.Buildpack;
import dev.restorer.api.BuildpackReport;
import dev.restorer.api.ContentsDecision;
import dev.restorer.api.ContentsOutcome;
import dev.restorer.api.ContentsReason;
import dev.restorer.api.LayerDecision;
import dev.restorer.api.LayerId;
import dev.restorer.api.LayerMetadata;
import dev.restorer.api.LayerOutcome;
import dev.restorer.api.LayerTypes;
import dev.restorer.api.MetadataSource;
import dev.restorer.api.Reason;
import dev.restorer.api.RemovalKind;
import dev.restorer.api.ReportedImage;
import dev.restorer.api.RestoreReport;
import dev.restorer.api.SbomOutcome;
import dev.restorer.cli.text.DisplayWidth;
import dev.restorer.cli.text.Style;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportDiffTest {

    private static final LayerId DEPS = new LayerId("a/b", "deps");

    private static LayerOutcome metadata(MetadataSource source, String diffId, String types, Reason reason) {
        LayerMetadata metadata = LayerMetadata.of(diffId)
                .types(LayerTypes.of(types.contains("b"), types.contains("l"), types.contains("c")))
                .build();
        return new LayerOutcome(new LayerDecision(DEPS, source, metadata, reason), null);
    }

    private static ContentsOutcome restored(long millis) {
        ContentsDecision decision = new ContentsDecision(DEPS, ContentsReason.SAME_DIFF_ID, "sha256:1", "sha256:1");
        return new ContentsOutcome.Restored(decision, millis, millis, Duration.ofMillis(millis));
    }

    private static ContentsOutcome removed(String cause) {
        ContentsDecision decision = new ContentsDecision(DEPS, ContentsReason.SAME_DIFF_ID, "sha256:1", "sha256:1");
        return new ContentsOutcome.Removed(decision, RemovalKind.DAMAGED, cause);
    }

    private static RestoreReport report(Object... outcomes) {
        return report("1", outcomes);
    }

    private static RestoreReport report(String version, Object... outcomes) {
        List<LayerOutcome> layers = new ArrayList<>();
        List<ContentsOutcome> contents = new ArrayList<>();
        for (Object outcome : outcomes) {
            if (outcome instanceof LayerOutcome layer) {
                layers.add(layer);
            } else {
                contents.add((ContentsOutcome) outcome);
            }
        }
        BuildpackReport buildpack =
                new BuildpackReport(new Buildpack("a/b", version, "0.10"), null, null, layers, contents);
        return new RestoreReport(Path.of("/l"), List.of(buildpack), null, List.of());
    }

    private static List<String> lines(RestoreReport old, RestoreReport now) {
        List<String> lines = new ArrayList<>();
        DiffText.print(ReportDiff.of(old, now), 80, Style.PLAIN, lines::add);
        assertThat(lines).allSatisfy(line -> assertThat(DisplayWidth.of(line)).isLessThanOrEqualTo(80));
        return lines;
    }

    private static final LayerOutcome APP_USED =
            metadata(MetadataSource.APP_IMAGE, "sha256:1", "lc", Reason.RESTORED_FROM_APP_IMAGE);
    private static final LayerOutcome APP_UNUSED =
            metadata(MetadataSource.APP_IMAGE, "sha256:1", "lc", Reason.APP_NOT_IN_CACHE);
    private static final LayerOutcome CACHE =
            metadata(MetadataSource.CACHE, "sha256:1", "lc", Reason.CACHE_LAUNCH_TRUE);

    @Test
    void aLayerThatTheCacheNoLongerHasIsListedWithTheReasonAndWhatChanged() {
        assertThat(lines(report(APP_USED, CACHE, restored(1)), report(APP_UNUSED)))
                .containsExactly(
                        "The build",
                        "  the cache no longer lists any layer",
                        "",
                        "No longer used",
                        "  a/b:deps",
                        "    new: not restored: " + Reason.APP_NOT_IN_CACHE.description(),
                        "    old: metadata restored from the app image, contents restored",
                        "    types in the cache: launch cache -> not listed",
                        "",
                        "1 layer: 1 no longer used, 0 used now, 0 changed, 0 in neither, 0 the same.");
    }

    @Test
    void aReportOfContentsAloneDoesNotSayWhatTheSourcesList() {
        assertThat(lines(report(APP_USED, CACHE, restored(1)), report(restored(1))))
                .containsExactly(
                        "Changed",
                        "  a/b:deps",
                        "    new: contents restored",
                        "    old: metadata restored from the app image, contents restored",
                        "",
                        "1 layer: 0 no longer used, 0 used now, 1 changed, 0 in neither, 0 the same.");
    }

    @Test
    void aRemovedLayerIsNoLongerUsedForTheCauseThatTheReportHas() {
        assertThat(lines(report(APP_USED, CACHE, restored(1)), report(APP_USED, CACHE, removed("the tar\nis cut"))))
                .containsSubsequence("No longer used", "    new: removed: the tar\\nis cut");
    }

    @Test
    void aLayerThatIsUsedAgainIsListedApart() {
        assertThat(lines(report(APP_UNUSED), report(APP_USED, CACHE, restored(1))))
                .contains("Used now, and not before", "  the cache listed no layer before");
    }

    @Test
    void anotherDiffIdIsAChange() {
        LayerOutcome rebuilt = metadata(MetadataSource.APP_IMAGE, "sha256:2", "lc", Reason.RESTORED_FROM_APP_IMAGE);
        assertThat(lines(report(APP_USED), report(rebuilt)))
                .containsSubsequence(
                        "Changed",
                        "  a/b:deps",
                        "    both: metadata restored from the app image",
                        "    diff id in the app image: sha256:1 -> sha256:2");
    }

    @Test
    void aLayerThatNothingListsAnyMoreSaysSo() {
        assertThat(lines(report(APP_USED), report())).contains("    new: neither the app image nor the cache lists it");
    }

    @Test
    void aLayerThatIsUsedInNeitherIsNoDifferenceAndHasItsReason() {
        assertThat(lines(report(APP_UNUSED), report(APP_UNUSED)))
                .containsSubsequence(
                        "Used in neither, for the same reason",
                        "    both: not restored: " + Reason.APP_NOT_IN_CACHE.description());
        assertThat(ReportDiff.of(report(APP_UNUSED), report(APP_UNUSED)).isEmpty())
                .isTrue();
    }

    @Test
    void timesAndSizesAreNotCompared() {
        RestoreReport old = report(APP_USED, CACHE, restored(1));
        assertThat(ReportDiff.of(old, report(APP_USED, CACHE, restored(2))).isEmpty())
                .isTrue();
        assertThat(lines(old, old))
                .containsExactly("1 layer: 0 no longer used, 0 used now, 0 changed, 0 in neither, 1 the same.");
    }

    @Test
    void changesOfTheBuildAreListedFirst() {
        RestoreReport old = report("1").withImages(new ReportedImage("r.example/app", "sha256:1"), null);
        RestoreReport now = new RestoreReport(
                Path.of("/other"),
                report("2").buildpacks(),
                new SbomOutcome.NotRestored("sha256:3", "damaged"),
                List.of());
        assertThat(lines(old, now))
                .startsWith(
                        "The build",
                        "  a/b, version: 1 -> 2",
                        "  previous image: r.example/app (sha256:1) -> none",
                        "  SBOM files of cached layers: none -> not restored, damaged",
                        "");
        assertThat(ReportDiff.of(old, now).isEmpty()).isFalse();
    }

    @Test
    void aBuildpackThatJoinsOrLeavesTheGroupIsNamed() {
        RestoreReport none = new RestoreReport(Path.of("/l"), List.of(), null, List.of());
        assertThat(lines(none, report())).contains("  a/b: new in the group");
        assertThat(lines(report(), none)).contains("  a/b: no longer in the group");
    }

    @Test
    void allKindsHaveATitle() {
        assertThat(Arrays.stream(LayerChange.Kind.values()).map(LayerChange.Kind::title))
                .doesNotHaveDuplicates();
    }

    @Test
    void aDiffIdIsShortenedUnlessTheShortFormsAreEqual() {
        String one = "sha256:" + "1".repeat(64);
        String two = "sha256:" + "1".repeat(63) + "2";
        assertThat(diffIds(one, "sha256:" + "2".repeat(64)))
                .contains("    diff id in the app image: sha256:111111111111 -> sha256:222222222222");
        assertThat(String.join(" ", diffIds(one, two)).replaceAll(" +", " ")).contains(one + " -> " + two);
    }

    private static List<String> diffIds(String old, String now) {
        return lines(
                report(metadata(MetadataSource.APP_IMAGE, old, "l", Reason.RESTORED_FROM_APP_IMAGE)),
                report(metadata(MetadataSource.APP_IMAGE, now, "l", Reason.RESTORED_FROM_APP_IMAGE)));
    }
}
