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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Standard output and the report where nobody can write to them. */
@Tag("long")
class CommandOutputsIT {

    private static final String INPUTS = " --layers l --group group.toml --app-metadata label.json --cache-dir c ";

    @TempDir
    Path directory;

    @BeforeEach
    void writeInputs() throws IOException {
        if (!Files.exists(Path.of("/dev/full"))) {
            throw Missing.here("There is no /dev/full here", "Run it on Linux");
        }
        Files.createDirectory(directory.resolve("c"));
        Files.writeString(
                directory.resolve("group.toml"), "[[group]]\nid = \"a/bp\"\nversion = \"1\"\napi = \"0.10\"\n");
        Files.writeString(
                directory.resolve("label.json"),
                "{\"buildpacks\":[{\"key\":\"a/bp\",\"layers\":{\"x\":{\"sha\":\"sha256:1\",\"launch\":true}}}]}");
    }

    private Finished run(String script) {
        return Processes.run(List.of("sh", "-c", "cd \"$1\" && " + script, Checkout.command(), directory.toString()));
    }

    private void assertRestored() {
        assertThat(directory.resolve("l/a_bp/x.toml")).exists();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stores",
                "explain" + INPUTS,
                "explain --format json" + INPUTS,
                "explain --layer a/bp:x" + INPUTS,
                "--help",
                "help restore",
                "--version"
            })
    void anAnswerThatCannotBeWrittenIsAnError(String arguments) {
        Finished run = run("\"$0\" " + arguments + " >/dev/full");
        assertThat(run.exitCode()).as("exit code of %s", run).isEqualTo(42);
        assertThat(run.err())
                .containsExactly("ERROR: Standard output cannot be written: No space left on device."
                        + " Redirect it to a file on a disk with free space, or to a process that reads it.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"explain" + INPUTS, "stores", "--help", "restore --help", "help", "--version"})
    void anAnswerForAStreamThatIsClosedIsAnError(String arguments) {
        Finished run = run("\"$0\" " + arguments + " >&-");
        assertThat(run.exitCode()).as("exit code of %s", run).isEqualTo(42);
        assertThat(run.err())
                .containsExactly(
                        "ERROR: Standard output cannot be written: it is closed. Redirect it to a file on a disk with free space, or to a process that reads it.");
    }

    @Test
    void aReaderThatGoesAwayIsNoError() {
        Finished run = run("{ \"$0\" explain" + INPUTS + "; echo $? >code; } | true; sleep 0.1; cat code");
        assertThat(run.out()).as("exit code of %s", run).containsExactly("0");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void aRestoreWhoseLogCannotBeWrittenIsDoneWithAWarning() {
        Finished run = run("\"$0\" restore" + INPUTS + ">/dev/full");
        assertThat(run.exitCode()).as("exit code of %s", run).isZero();
        assertThat(run.err())
                .singleElement()
                .asString()
                .startsWith("Warning: The log is incomplete. Standard output cannot be written: ");
        assertRestored();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2>/dev/full", "2>&-", ">&- 2>&-", "<&-"})
    void aRestoreIsDoneWhereNobodyCanBeTold(String redirections) {
        assertThat(run("\"$0\" restore" + INPUTS + redirections).exitCode()).isZero();
        assertRestored();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/full", "-"})
    void aReportThatCannotBeWrittenIsAnErrorBehindTheRestore(String report) {
        Finished run = run("\"$0\" restore" + INPUTS + "--log-level warn --report " + report + " >/dev/full");
        assertThat(run.exitCode()).as("exit code of %s", run).isEqualTo(42);
        assertThat(run.err())
                .singleElement()
                .asString()
                .startsWith("ERROR: " + (report.equals("-") ? "standard output" : report)
                        + " cannot be written: No space left on device. Give ");
        assertRestored();
    }

    @Test
    void aReportOnStandardOutputIsAloneThere() {
        Finished run = run("\"$0\" restore" + INPUTS + "--log-level debug --report -");
        assertThat(run.exitCode()).as("exit code of %s", run).isZero();
        assertThat(run.out()).singleElement().asString().startsWith("{\"schemaVersion\"");
        assertThat(run.err()).anyMatch(line -> line.contains("Restoring metadata for \"a/bp:x\" from app image"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing/report.json", ".", "group.toml/report.json"})
    void aReportThatCannotBeWrittenIsAnErrorBeforeAnythingIsRestored(String report) {
        Finished run = run("\"$0\" restore" + INPUTS + "--report " + report);
        assertThat(run.exitCode()).as("exit code of %s", run).isEqualTo(42);
        assertThat(run.err()).singleElement().asString().startsWith("ERROR: " + report + " cannot be written: ");
        assertThat(directory.resolve("l")).doesNotExist();
    }

    @Test
    void theReportsOfTwoRestoresAreCompared() {
        run("\"$0\" restore" + INPUTS + "--report old.json && \"$0\" restore" + INPUTS
                + "--skip-layers --report new.json");
        Finished run = run("\"$0\" diff old.json new.json");
        assertThat(run.exitCode()).as("exit code of %s", run).isEqualTo(1);
        assertThat(run.out())
                .containsSubsequence(
                        "No longer used", "  a/bp:x", "    new: not restored: layers are skipped (skip-layers)");
        Finished same = run("\"$0\" diff old.json old.json");
        assertThat(same.exitCode()).as("exit code of %s", same).isZero();
        Finished full = run("\"$0\" diff old.json new.json >/dev/full");
        assertThat(full.exitCode()).as("exit code of %s", full).isEqualTo(42);
    }

    @Test
    void aReportIsWrittenToAPipe() {
        Finished run =
                run("mkfifo pipe && { \"$0\" restore" + INPUTS + "--report pipe >log & } && cat pipe && wait $!");
        assertThat(run.exitCode()).as("exit code of %s", run).isZero();
        assertThat(run.out()).singleElement().asString().startsWith("{\"schemaVersion\":1,\"layersDirectory\"");
    }

    @Test
    void aReportOnALinkReplacesTheFileBehindIt() throws IOException {
        Files.createSymbolicLink(directory.resolve("link"), Path.of("report.json"));
        assertThat(run("\"$0\" restore" + INPUTS + "--report link").exitCode()).isZero();
        assertThat(directory.resolve("link")).isSymbolicLink();
        assertThat(directory.resolve("report.json")).content().startsWith("{\"schemaVersion\":1,\"layersDirectory\"");
    }
}
