package dev.restorer.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.ReportFormat;
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
import dev.restorer.api.Metadata;
import dev.restorer.api.MetadataReadException;
import dev.restorer.api.MetadataSource;
import dev.restorer.api.Reason;
import dev.restorer.api.RemovalKind;
import dev.restorer.api.ReportedImage;
import dev.restorer.api.RestoreReport;
import dev.restorer.api.SbomOutcome;
import dev.restorer.api.UnusableMetadataException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportReaderTest {

    private static final ReportFormat FORMAT = new JsonReportFormat();

    private static RestoreReport report(String layer, Metadata metadata) {
        LayerId id = new LayerId("a/b", layer);
        LayerMetadata read = LayerMetadata.of("sha256:1")
                .types(LayerTypes.of(true, false, true))
                .metadata(metadata)
                .build();
        return new RestoreReport(
                        Path.of("/l"),
                        List.of(
                                new BuildpackReport(
                                        new Buildpack("a/b", "1.0", "0.10"),
                                        Path.of("/l/a_b"),
                                        Path.of("/l/a_b/store.toml"),
                                        List.of(
                                                new LayerOutcome(
                                                        new LayerDecision(
                                                                id,
                                                                MetadataSource.CACHE,
                                                                read,
                                                                Reason.RESTORED_FROM_CACHE),
                                                        "x.toml"),
                                                new LayerOutcome(
                                                        new LayerDecision(
                                                                id,
                                                                MetadataSource.APP_IMAGE,
                                                                read,
                                                                Reason.APP_LAUNCH_FALSE),
                                                        null)),
                                        List.of(
                                                new ContentsOutcome.Restored(
                                                        new ContentsDecision(
                                                                id,
                                                                ContentsReason.SAME_DIFF_ID,
                                                                "sha256:1",
                                                                "sha256:1"),
                                                        5_000_000_000L,
                                                        7,
                                                        Duration.ofMillis(1234)),
                                                new ContentsOutcome.Removed(
                                                        new ContentsDecision(
                                                                id, ContentsReason.NOT_IN_CACHE, null, null),
                                                        RemovalKind.DECIDED,
                                                        "it is gone"))),
                                new BuildpackReport(
                                        new Buildpack("../c", "", "0.5"), null, null, List.of(), List.of())),
                        new SbomOutcome.NotRestored("sha256:3", "damaged"),
                        List.of(Path.of("/l/a_b/x.sbom.cdx.json")))
                .withImages(new ReportedImage("r.example/app:1", "sha256:2"), null);
    }

    private static byte[] utf8(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void whatWasWrittenIsReadAsTheSameReport() {
        RestoreReport report = report("x", Metadata.none());
        assertThat(FORMAT.parse(utf8(FORMAT.toJson(report)))).isEqualTo(report);
    }

    @Test
    void namesAreReadAsTheyWere() {
        RestoreReport report = report("a\"\\\n\u0000é😀\ud800b", Metadata.none());
        assertThat(FORMAT.parse(utf8(FORMAT.toJson(report)))).isEqualTo(report);
    }

    @Test
    void theMetadataOfBuildpacksIsNotInAReport() {
        assertThat(FORMAT.toJson(report("x", Metadata.of("a secret")))).doesNotContain("secret");
    }

    @Test
    void unknownPropertiesAreIgnored() {
        RestoreReport report = report("x", Metadata.none());
        String json = FORMAT.toJson(report).replace("\"layer\":", "\"later\":[{\"a\":1}],\"layer\":");
        assertThat(FORMAT.parse(utf8(json))).isEqualTo(report);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"schemaVersion\":1 | \"schemaVersion\":2 | its schemaVersion is 2, not 1",
                "\"schemaVersion\":1, | `` | \"/schemaVersion\" is missing",
                "\"layersDirectory\":\"/l\" | \"layersDirectory\":null | \"/layersDirectory\" is not a string",
                "\"layersDirectory\":\"/l\" | \"layersDirectory\":\"\\u0000\" | \"/layersDirectory\" is not a path",
                "\"build\":true | \"build\":1 | \"/buildpacks/0/layers/0/build\" is not a boolean",
                "RESTORED_FROM_CACHE | HOPE | \"/buildpacks/0/layers/0/reason\" is \"HOPE\", which is not known",
                "5000000000 | -5 | \"/buildpacks/0/contents/0/bytes\" is not a number of at least 0",
                "SAME_DIFF_ID | WRONG_SHA | restored is true, and WRONG_SHA is no reason to restore contents",
                "5000000000 | 1e99 | \"/buildpacks/0/contents/0/bytes\" is not a whole number of at most 64 bits",
                "5000000000 | 99999999999999999999 | is not a whole number of at most 64 bits",
                "\"cacheDiffId\":\"sha256:1\" | \"cacheDiffId\":null | \"/buildpacks/0/contents/0/cacheDiffId\" is not a string",
                "\"launchSbom\":[\" | \"launchSbom\":[1,\" | \"/launchSbom/0\" is not a string",
                "\"launchSbom\":[ | \"launchSbom\":7,\"x\":[ | \"/launchSbom\" is not an array",
                "\"buildpacks\":[ | \"buildpacks\":[null, | \"/buildpacks/0\" is not an object",
                "\"sbom\":{ | \"sbom\":[],\"x\":{ | \"/sbom\" is not an object",
                "{\"schemaVersion\" | [],{\"schemaVersion\" | Unexpected",
            })
    void aReportThatCannotBeUsedIsRejectedWithThePlace(String part, String broken, String problem) {
        String json = FORMAT.toJson(report("x", Metadata.none()));
        assertThat(json).contains(part);
        byte[] changed = utf8(json.replace(part, broken == null ? "" : broken));
        assertThatThrownBy(() -> FORMAT.parse(changed))
                .isInstanceOf(UnusableMetadataException.class)
                .hasMessageContaining(problem)
                .hasMessageEndingWith("Provide a report that this version of the restorer has written.");
    }

    @ParameterizedTest
    @CsvSource({"''", "7", "[]", "{", "'{} {}'", "nonsense"})
    void whatIsNoReportIsRejected(String json) {
        assertThatThrownBy(() -> FORMAT.parse(utf8(json))).isInstanceOf(UnusableMetadataException.class);
    }

    @Test
    void deepNestingIsRejected() {
        String json = "{\"schemaVersion\":" + "[".repeat(100_000);
        assertThatThrownBy(() -> FORMAT.parse(utf8(json))).isInstanceOf(UnusableMetadataException.class);
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path missing = Path.of("/nowhere/report.json");
        assertThatThrownBy(() -> FORMAT.read(missing))
                .isInstanceOf(MetadataReadException.class)
                .hasMessageContaining(missing.toString());
    }

    @Test
    void theStreamIsLeftOpen() throws IOException {
        boolean[] closed = {false};
        OutputStream stream = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        FORMAT.write(report("x", Metadata.none()), stream);
        assertThat(closed[0]).isFalse();
    }

    @Test
    void anExceptionOfTheStreamIsPassedOn() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("no space");
            }
        };
        assertThatThrownBy(() -> FORMAT.write(report("x", Metadata.none()), full))
                .isInstanceOf(IOException.class)
                .hasMessage("no space");
    }
}
