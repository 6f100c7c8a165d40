package dev.restorer.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.fixtures.Missing;
import dev.restorer.process.Checkout;
import dev.restorer.process.Finished;
import dev.restorer.process.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A report goes where it is asked for, or nowhere: never into a file that got the number of a stream that was closed.
 */
@Tag("long")
class ReportPlacesIT {

    @TempDir
    Path directory;

    @BeforeEach
    void writeAGroup() throws IOException {
        Files.writeString(directory.resolve("group.toml"), "");
    }

    /** Restores with a report, in the directory. */
    private Finished report(String place, String redirections) {
        String script = "cd \"$1\" && \"$0\" restore --layers l --group group.toml --report " + place + redirections;
        return Processes.run(List.of("sh", "-c", script, Checkout.command(), directory.toString()));
    }

    @ParameterizedTest
    @CsvSource({
        "-,                                 1>&-",
        "/dev/stdout,                       1>&-",
        "/dev/../dev//stdout,               1>&-",
        "/proc/self/fd/1,                   1>&-",
        "/proc/thread-self/fd/1,            1>&-",
        "/dev/fd/1,                         0<&- 1>&- 2>err",
        "/dev/stderr,                       2>&-",
        "/dev/fd/2,                         0<&- 2>&-"
    })
    void aStreamThatWasClosedIsRefusedBeforeAnythingIsRestored(String place, String closing) throws IOException {
        Finished run = report(place, " " + closing);
        assertThat(run.exitCode()).as("exit code of %s", run).isEqualTo(42);
        try (Stream<Path> left = Files.list(directory)) {
            assertThat(left).extracting(Path::getFileName).map(Path::toString).doesNotContain("l", "-");
        }
    }

    @Test
    void theRefusalNamesTheStreamAndSaysWhatToDo() {
        assertThat(report("/dev/stdout", " >&-").err())
                .containsExactly("ERROR: --report is /dev/stdout, which is closed. Open it, or give --report a file.");
    }

    @Test
    void aLinkToAStreamThatWasClosedIsRefused() throws IOException {
        Files.createSymbolicLink(directory.resolve("link"), Path.of("/dev/stdout"));
        assertThat(report("link", " >&-").exitCode()).isEqualTo(42);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/fd/3", "/proc/self/fd/3", "/dev/stdin", "/proc/1/fd/1"})
    void anotherDescriptorIsAnArgumentThatIsRefused(String place) throws IOException {
        Finished run = report(place, " 3>>foreign");
        assertThat(run.exitCode()).as("exit code of %s", run).isEqualTo(3);
        assertThat(run.err())
                .singleElement()
                .asString()
                .contains("--report does not accept \"" + place + "\"", "give a file, - for standard output");
        assertThat(directory.resolve("foreign")).isEmptyFile();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"})
    void standardOutputGetsTheReportAlone(String place) {
        Finished run = report(place, "");
        assertThat(run.exitCode()).as("exit code of %s", run).isZero();
        assertThat(run.out()).singleElement().asString().contains("\"buildpacks\":[]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/stderr", "/proc/self/fd/2"})
    void standardErrorGetsTheReport(String place) {
        assertThat(report(place, "").err()).anyMatch(line -> line.contains("\"buildpacks\":[]"));
    }

    @Test
    void aFileInSharedMemoryIsReplacedAsAnyOther() throws IOException {
        Path memory = Path.of("/dev/shm");
        if (!Files.isWritable(memory)) {
            throw Missing.here("There is no /dev/shm here that can be written to", "Mount a tmpfs there");
        }
        Path own = Files.createTempDirectory(memory, "restorer");
        Path file = own.resolve("report.json");
        try {
            Files.writeString(file, "x".repeat(10_000));
            assertThat(report(file.toString(), "").exitCode()).isZero();
            assertThat(file)
                    .content()
                    .startsWith("{\"schemaVersion\":1,\"layersDirectory\"")
                    .doesNotContain("xx");
        } finally {
            Files.deleteIfExists(file);
            Files.delete(own);
        }
    }

    @Test
    void withAllThreeStreamsClosedARestoreGoesOnAndWritesItsReport() {
        assertThat(report("report.json", " <&- >&- 2>&-").exitCode()).isZero();
        assertThat(directory.resolve("report.json")).content().contains("\"buildpacks\":[]");
    }
}
