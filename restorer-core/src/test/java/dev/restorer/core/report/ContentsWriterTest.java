package dev.restorer.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.api.Buildpack;
import dev.restorer.api.BuildpackReport;
import dev.restorer.api.ContentsDecision;
import dev.restorer.api.ContentsOutcome;
import dev.restorer.api.ContentsReason;
import dev.restorer.api.LayerId;
import dev.restorer.api.RemovalKind;
import dev.restorer.api.ReportedImage;
import dev.restorer.api.RestoreReport;
import dev.restorer.api.SbomOutcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContentsWriterTest {

    private static String json(@Nullable SbomOutcome sbom, ContentsOutcome... contents) {
        BuildpackReport buildpack =
                new BuildpackReport(new Buildpack("a/b", "1", "0.10"), null, null, List.of(), List.of(contents));
        return jsonOf(new RestoreReport(Path.of("/l"), List.of(buildpack), sbom, List.of()));
    }

    private static String jsonOf(RestoreReport report) {
        return new JsonReportFormat().toJson(report);
    }

    private static ContentsDecision decision(ContentsReason reason, @Nullable String layer, @Nullable String cache) {
        return new ContentsDecision(new LayerId("a/b", "x"), reason, layer, cache);
    }

    private static String decided(ContentsReason reason, String why, String layer, String cache) {
        return "\"contents\":[{\"layer\":\"x\",\"reason\":\"" + reason + "\",\"why\":\"" + why + "\",\"layerDiffId\":"
                + layer + ",\"cacheDiffId\":" + cache + ",";
    }

    @Test
    void restoredContentsAreReportedWithBytesFilesAndTime() {
        ContentsDecision decision = decision(ContentsReason.SAME_DIFF_ID, "sha256:1", "sha256:1");
        Duration time = Duration.ofMillis(1234).plusNanos(999_999);
        assertThat(json(null, new ContentsOutcome.Restored(decision, 5_000_000_000L, 7, time)))
                .contains(
                        decided(
                                        ContentsReason.SAME_DIFF_ID,
                                        ContentsReason.SAME_DIFF_ID.description(),
                                        "\"sha256:1\"",
                                        "\"sha256:1\"")
                                + "\"restored\":true,\"bytes\":5000000000,\"files\":7,\"milliseconds\":1234,\"cause\":null,\"kind\":null}]");
    }

    @Test
    void aRemovedLayerIsReportedWithItsCause() {
        ContentsDecision decision = decision(ContentsReason.NOT_IN_CACHE, null, null);
        assertThat(json(null, new ContentsOutcome.Removed(decision, RemovalKind.DECIDED, "it is gone")))
                .contains(decided(ContentsReason.NOT_IN_CACHE, "it is gone", "null", "null")
                        + "\"restored\":false,\"bytes\":null,\"files\":null,\"milliseconds\":null,"
                        + "\"cause\":\"it is gone\",\"kind\":\"DECIDED\"}]");
    }

    @Test
    void contentsThatWereNotRestoredAreReportedAsSuch() {
        ContentsDecision decision = decision(ContentsReason.SAME_DIFF_ID, "sha256:1", "sha256:1");
        assertThat(json(null, new ContentsOutcome.Removed(decision, RemovalKind.DAMAGED, "damaged")))
                .contains(
                        "\"reason\":\"SAME_DIFF_ID\"",
                        "\"restored\":false",
                        "\"cause\":\"damaged\"",
                        "\"kind\":\"DAMAGED\"");
    }

    @Test
    void withoutAnSbomThatIsNull() {
        assertThat(json(null))
                .endsWith(
                        "\"contents\":[]}],\"sbom\":null,\"launchSbom\":[],\"previousImage\":null,\"cacheImage\":null}");
    }

    @Test
    void aRestoredSbomIsReportedWithItsFiles() {
        assertThat(json(new SbomOutcome.Restored("sha256:3", List.of(Path.of("/l/a"), Path.of("/l/b")))))
                .endsWith(
                        "\"sbom\":{\"diffId\":\"sha256:3\",\"restored\":true,"
                                + "\"files\":[\"/l/a\",\"/l/b\"],\"cause\":null},\"launchSbom\":[],\"previousImage\":null,\"cacheImage\":null}");
    }

    @Test
    void anSbomThatWasNotRestoredIsReportedWithItsCause() {
        assertThat(json(new SbomOutcome.NotRestored("sha256:3", "damaged")))
                .endsWith(
                        "\"sbom\":{\"diffId\":\"sha256:3\",\"restored\":false,"
                                + "\"files\":null,\"cause\":\"damaged\"},\"launchSbom\":[],\"previousImage\":null,\"cacheImage\":null}");
    }

    @Test
    void sbomFilesOfLaunchLayersAreReported() {
        RestoreReport report =
                new RestoreReport(Path.of("/l"), List.of(), null, List.of(Path.of("/l/b/x.sbom.a.json")));
        assertThat(jsonOf(report))
                .endsWith("\"launchSbom\":[\"/l/b/x.sbom.a.json\"],\"previousImage\":null,\"cacheImage\":null}");
    }

    @Test
    void imagesHaveTheirReferenceAndDigest() {
        RestoreReport report = new RestoreReport(Path.of("/l"), List.of(), null, List.of())
                .withImages(
                        new ReportedImage("r.example/app:1", "sha256:2"),
                        new ReportedImage("r.example/cache:1", "sha256:1"));
        assertThat(jsonOf(report))
                .contains("\"previousImage\":{\"reference\":\"r.example/app:1\",\"digest\":\"sha256:2\"},"
                        + "\"cacheImage\":{\"reference\":\"r.example/cache:1\",\"digest\":\"sha256:1\"}}");
    }
}
