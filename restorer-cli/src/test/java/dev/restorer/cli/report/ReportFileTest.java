package dev.restorer.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.ReportFormat;
import dev.restorer.api.Buildpack;
import dev.restorer.api.BuildpackReport;
import dev.restorer.api.LayerDecision;
import dev.restorer.api.LayerId;
import dev.restorer.api.LayerMetadata;
import dev.restorer.api.LayerOutcome;
import dev.restorer.api.LayerTypes;
import dev.restorer.api.Metadata;
import dev.restorer.api.MetadataSource;
import dev.restorer.api.Reason;
import dev.restorer.api.RestoreReport;
import dev.restorer.cli.failure.FileWriteException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFileTest {

    private static final Buildpack BUILDPACK = new Buildpack("a/b", "1.0", "0.10");

    private static final ReportFormat FORMAT = ReportFormat.load();

    @TempDir
    Path directory;

    private static LayerDecision decision(String layer, MetadataSource source, Reason reason) {
        LayerMetadata metadata = LayerMetadata.of("sha256:1")
                .types(LayerTypes.of(true, false, true))
                .metadata(Metadata.of("not in the report"))
                .build();
        return new LayerDecision(new LayerId("a/b", layer), source, metadata, reason);
    }

    private static RestoreReport report(String layer) {
        Path layers = Path.of("/l");
        LayerOutcome written =
                new LayerOutcome(decision(layer, MetadataSource.CACHE, Reason.RESTORED_FROM_CACHE), "x.toml");
        LayerOutcome left = new LayerOutcome(decision("y", MetadataSource.APP_IMAGE, Reason.APP_LAUNCH_FALSE), null);
        Path buildpackDirectory = layers.resolve("a_b");
        return new RestoreReport(
                layers,
                List.of(
                        new BuildpackReport(
                                BUILDPACK,
                                buildpackDirectory,
                                buildpackDirectory.resolve("store.toml"),
                                List.of(written, left),
                                List.of()),
                        new BuildpackReport(BUILDPACK, null, null, List.of(), List.of())),
                null,
                List.of());
    }

    private String write(String layer) throws IOException {
        Path file = directory.resolve("report.json");
        ReportFile.write(report(layer), FORMAT, new ReportTarget.Named(file), null);
        return Files.readString(file);
    }

    @Test
    void aReportHasEachBuildpackEachDecisionAndEachFile() throws IOException {
        String buildpack = "\"id\":\"a/b\",\"version\":\"1.0\",\"api\":\"0.10\",";
        String types = "\"diffId\":\"sha256:1\",\"build\":true,\"launch\":false,\"cache\":true,";
        assertThat(write("x"))
                .isEqualTo(
                        "{\"schemaVersion\":1,\"layersDirectory\":\"/l\",\"buildpacks\":[{" + buildpack
                                + "\"folder\":\"/l/a_b\",\"store\":\"/l/a_b/store.toml\",\"layers\":["
                                + "{\"layer\":\"x\",\"source\":\"CACHE\"," + types
                                + "\"restored\":true,\"reason\":\"RESTORED_FROM_CACHE\",\"why\":\""
                                + Reason.RESTORED_FROM_CACHE.description() + "\",\"written\":\"/l/a_b/x.toml\"},"
                                + "{\"layer\":\"y\",\"source\":\"APP_IMAGE\"," + types
                                + "\"restored\":false,\"reason\":\"APP_LAUNCH_FALSE\",\"why\":\""
                                + Reason.APP_LAUNCH_FALSE.description() + "\",\"written\":null}],\"contents\":[]},{"
                                + buildpack
                                + "\"folder\":null,\"store\":null,\"layers\":[],\"contents\":[]}],\"sbom\":null,\"launchSbom\":[],\"previousImage\":null,\"cacheImage\":null}\n");
    }

    @Test
    void namesAreEscapedWithoutLoss() throws IOException {
        assertThat(write("a\"\\\n\u0000é😀\ud800b"))
                .contains("\"layer\":\"a\\\"\\\\\\n\\u0000\\u00E9\\uD83D\\uDE00\\uD800b\"");
    }

    @Test
    void anEarlierReportIsReplacedAndNoOtherFileIsLeft() throws IOException {
        write("first");
        assertThat(write("second")).contains("\"second\"").doesNotContain("\"first\"");
        assertThat(directory).isDirectoryContaining("glob:**report.json");
        try (var files = Files.list(directory)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void theModeOfAReportFollowsTheUmask() throws IOException {
        write("x");
        Path plain = Files.writeString(directory.resolve("plain"), "");
        assertThat(Files.getPosixFilePermissions(directory.resolve("report.json")))
                .isEqualTo(Files.getPosixFilePermissions(plain));
    }

    @Test
    void aLinkIsNotReplaced() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("link.json"), directory.resolve("report.json"));
        write("first");
        ReportFile.write(report("second"), FORMAT, new ReportTarget.Named(link), null);
        assertThat(link).isSymbolicLink();
        assertThat(Files.readString(directory.resolve("report.json"))).contains("\"second\"");
    }

    @Test
    void aDeviceIsWrittenToAndNotReplaced() {
        ReportFile.write(report("x"), FORMAT, new ReportTarget.Named(Path.of("/dev/null")), null);
        assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
    }

    @Test
    void aNameThatIsTooLongIsTheRemedy() {
        Path file = directory.resolve("x".repeat(256));
        assertThatThrownBy(() -> ReportFile.write(report("x"), FORMAT, new ReportTarget.Named(file), null))
                .isInstanceOf(FileWriteException.class)
                .hasMessageEndingWith("File name too long. Give --report a shorter name.");
    }

    @Test
    void aFileThatCannotBeWrittenIsNamedWithARemedy() {
        assertThatThrownBy(() -> ReportFile.write(report("x"), FORMAT, new ReportTarget.Named(directory), null))
                .isInstanceOf(FileWriteException.class)
                .hasMessageContaining(directory.toString())
                .hasMessageContaining("Give --report a file");
    }
}
