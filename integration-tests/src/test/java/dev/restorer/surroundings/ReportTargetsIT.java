package dev.restorer.surroundings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.process.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report goes to what is no file. One that certainly cannot be written is an error before a restore. */
@Tag("long")
class ReportTargetsIT {

    @TempDir
    static Path shared;

    private static SmallBuild build;

    @TempDir
    Path directory;

    private Path layers;

    @BeforeAll
    static void make() {
        build = SmallBuild.in(shared);
    }

    @BeforeEach
    void name() {
        layers = directory.resolve("layers");
    }

    private Finished restore(Path report) {
        return build.restore(layers).run("--report", report.toString());
    }

    private void assertNotReported(Finished run, Path report, String why) {
        assertThat(run.exitCode()).as("exit code of %s", run).isEqualTo(42);
        assertThat(run.err())
                .filteredOn(line -> line.startsWith("ERROR: "))
                .containsExactly("ERROR: " + report + " cannot be written: " + why
                        + ". Give --report a file in a directory that exists and is writable.");
        assertThat(layers).doesNotExist();
    }

    private static void assertReported(Finished run, String report) {
        assertThat(run.exitCode()).as("exit code of %s", run).isZero();
        assertThat(report)
                .startsWith("{\"schemaVersion\":1,\"layersDirectory\"")
                .endsWith("}\n");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void theNullDeviceTakesIt() {
        Finished run = restore(Path.of("/dev/null"));
        assertThat(run.exitCode()).as("exit code of %s", run).isZero();
        assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
    }

    @Test
    void aLinkStaysAndWhatItLeadsToIsReplaced() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "old");
        Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of("file"));
        assertReported(restore(link), Files.readString(file));
        assertThat(Files.readSymbolicLink(link)).hasToString("file");
        assertThat(names()).containsExactly("file", "layers", "link");
    }

    @Test
    void whereALinkLeadsToWhatCannotBeThatIsAnError() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of("missing/report.json"));
        assertNotReported(restore(link), link, "its directory does not exist");
        assertThat(names()).containsExactly("link");
    }

    @Test
    void aDirectoryIsAnError() throws IOException {
        Path target = Files.createDirectory(directory.resolve("directory"));
        Finished run = restore(target);
        assertThat(run.exitCode()).isEqualTo(42);
        assertThat(run.err()).last().asString().startsWith("ERROR: " + target + " cannot be written: Is a directory");
        assertThat(names()).containsExactly("directory");
    }
}
