package dev.restorer.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportOverlapTest {

    @TempDir
    Path directory;

    private final Run run = new Run();

    @BeforeEach
    void makeDirectories() throws IOException {
        Files.createDirectories(directory.resolve("layers/example_node"));
        Files.createDirectories(directory.resolve("layers/other"));
        Files.createDirectories(directory.resolve("cache/committed"));
        Files.createSymbolicLink(directory.resolve("link"), Path.of("layers"));
        Files.createSymbolicLink(directory.resolve("link.json"), Path.of("layers/group.toml"));
    }

    private int restore(String report, String... more) {
        List<String> flags = new ArrayList<>(List.of(
                "restore",
                "--layers=" + directory.resolve("layers"),
                "--cache-dir=" + directory.resolve("cache"),
                "--report=" + directory.resolve(report)));
        flags.addAll(List.of(more));
        return run.with(flags.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "layers/group.toml",
                "layers/analyzed.toml",
                "layers/example_node/l.toml",
                "layers/other/../example_node/l.toml",
                "layers/sbom/x",
                "link/example_node/r.json",
                "link.json",
                "layers/.restorer.lock",
                "cache/committed/io.buildpacks.lifecycle.cache.metadata"
            })
    void aReportInThePlaceOfAFileOfTheRestoreIsRejected(String report) {
        assertThat(restore(report)).isEqualTo(3);
        assertThat(run.errors())
                .singleElement()
                .asString()
                .contains(
                        "--report does not accept", "a file of the restore itself: give a file that nothing else uses");
        assertThat(run.restorer.restored()).isEmpty();
    }

    /** Otherwise it would be found to be a directory after the restore. */
    @ParameterizedTest
    @ValueSource(strings = {"new", "new/layers"})
    void aReportInThePlaceOfANewLayersDirectoryOrAboveItIsRejected(String report) {
        assertThat(restore(report, "--layers=" + directory.resolve("new/layers"), "--group=" + directory.resolve("g")))
                .isEqualTo(3);
        assertThat(run.restorer.restored()).isEmpty();
    }

    @Test
    void aReportInThePlaceOfTheLabelIsRejected() {
        assertThat(restore("label.json", "--app-metadata=" + directory.resolve("label.json")))
                .isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"run.toml", "kaniko"})
    void aReportInThePlaceOfAFileForBaseImagesIsRejectedWhereTheseMayBeRecorded(String report) {
        String run = "--run=" + directory.resolve("run.toml");
        String kaniko = "--kaniko-dir=" + directory.resolve("kaniko/new");
        assertThat(restore(report, run, kaniko)).isZero();
        assertThat(restore(report, run, kaniko, "--build-image=r.example/build"))
                .isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "report.json",
                "layers/report.json",
                "layers/other/report.json",
                "layers/example_node.json",
                "cache/r"
            })
    void anyOtherFileIsAccepted(String report) {
        assertThat(restore(report)).isZero();
    }
}
