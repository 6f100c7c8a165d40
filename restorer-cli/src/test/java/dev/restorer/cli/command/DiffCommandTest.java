package dev.restorer.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.ReportFormat;
import dev.restorer.api.Buildpack;
import dev.restorer.api.BuildpackReport;
import dev.restorer.api.MetadataLimits;
import dev.restorer.api.RestoreReport;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiffCommandTest {

    @TempDir
    Path directory;

    private final Run run = new Run();
    private Path report;

    @BeforeEach
    void writeAReport() throws IOException {
        report = write("report.json", "1");
    }

    private Path write(String name, String version) throws IOException {
        BuildpackReport buildpack =
                new BuildpackReport(new Buildpack("a/b", version, "0.10"), null, null, List.of(), List.of());
        RestoreReport content = new RestoreReport(Path.of("/l"), List.of(buildpack), null, List.of());
        return Files.writeString(directory.resolve(name), ReportFormat.load().toJson(content));
    }

    private int diff(Path old, Path now) {
        return run.with("diff", old.toString(), now.toString());
    }

    @Test
    void equalReportsEndWith0() {
        assertThat(diff(report, report)).isZero();
        assertThat(run.out()).singleElement().asString().startsWith("0 layers: ");
    }

    @Test
    void differentReportsEndWith1() throws IOException {
        assertThat(diff(report, write("new.json", "2"))).isEqualTo(1);
        assertThat(run.out()).contains("  a/b, version: 1 -> 2");
        assertThat(run.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{}",
                "{\"schemaVersion\":2}",
                "{\"schemaVersion\":1}",
                "{\"schemaVersion\":1,\"layersDirectory\":\"\\u0000\"}",
                "{\"schemaVersion\":1,\"layersDirectory\":\"/l\",\"buildpacks\":[null]}",
                "{\"schemaVersion\":1,\"layersDirectory\":\"\\u001b[31m\",\"buildpacks\":{}}",
                "\ufeff\n\u001b"
            })
    void aFileThatIsNoReportIsAnErrorInOneLine(String json) throws IOException {
        Path bad = Files.writeString(directory.resolve("bad.json"), json);
        assertThat(diff(report, bad)).isEqualTo(42);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .singleElement()
                .asString()
                .startsWith("ERROR: " + bad)
                .doesNotContain("\u001b", "unexpected");
    }

    @Test
    void everyPrefixOfAReportIsAnErrorInOneLine() throws IOException {
        String whole = Files.readString(report);
        Path cut = directory.resolve("cut.json");
        for (int length = 0; length < whole.length(); length++) {
            Files.writeString(cut, whole.substring(0, length));
            Run each = new Run();
            assertThat(each.with("diff", cut.toString(), report.toString())).isEqualTo(42);
            assertThat(each.err()).singleElement().asString().startsWith("ERROR: " + cut);
        }
    }

    @Test
    void aDeepReportIsAnErrorInOneLine() throws IOException {
        Path deep = Files.writeString(directory.resolve("deep.json"), "[".repeat(100_000));
        assertThat(diff(deep, report)).isEqualTo(42);
        assertThat(run.err())
                .singleElement()
                .asString()
                .startsWith("ERROR: " + deep)
                .contains("500");
    }

    @Test
    void aReportBeyondTheLimitIsAnErrorBeforeItIsRead() throws IOException {
        Path large = directory.resolve("large.json");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(MetadataLimits.defaults().bytes() + 1);
        }
        assertThat(diff(report, large)).isEqualTo(42);
        assertThat(run.err())
                .singleElement()
                .asString()
                .startsWith("ERROR: " + large)
                .contains("larger than the limit");
    }

    @Test
    void aFileThatDoesNotExistIsAnErrorWithItsName() {
        Path missing = directory.resolve("missing.json");
        assertThat(diff(report, missing)).isEqualTo(42);
        assertThat(run.err()).singleElement().asString().startsWith("ERROR: " + missing + " cannot be read: ");
    }

    @Test
    void bothFilesAreRequired() {
        assertThat(run.with("diff")).isEqualTo(3);
        assertThat(run.with("diff", "one")).isEqualTo(3);
        assertThat(run.with("diff", "one", "")).isEqualTo(3);
        assertThat(run.with("diff", "one", "two", "three")).isEqualTo(3);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void theHelpNamesTheExitCodes() {
        assertThat(run.with("diff", "--help")).isZero();
        assertThat(String.join("\n", run.out()))
                .contains("OLD", "NEW", "1   the reports that diff compares are different");
    }
}
