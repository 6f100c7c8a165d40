package dev.restorer.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.process.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example as its build left it, dropped beside the command. */
@Tag("long")
class CustomShaStoreExampleIT {

    private static final int RESTORING_FAILED = 42;

    private static final String GROUP = """
            [[group]]
            id = "example/node"
            version = "1.0.0"
            api = "0.10"
            """;

    private static final String LABEL = """
            {"buildpacks": [{"key": "example/node", "version": "1.0.0", "layers": {
              "modules": {"sha": "sha256:abc", "launch": true, "data": {"count": 3}},
              "runtime": {"sha": "sha256:def", "launch": true}}}]}
            """;

    @TempDir
    Path directory;

    @BeforeEach
    void writeInputs() throws IOException {
        Files.writeString(directory.resolve("group.toml"), GROUP);
        Files.writeString(directory.resolve("app.json"), LABEL);
    }

    @Test
    void theCommandListsItAmongItsOwn() {
        Finished command = CommandWithStores.namedByTheVariable(BuiltExample.jarsDirectory())
                .run("stores");
        assertThat(command.exitCode()).as("exit code of %s", command).isZero();
        assertThat(command.out())
                .anyMatch(line -> line.matches("h2 +h2:/a/file\\?build=NAME"))
                .anyMatch(line -> line.matches(" +\\(com\\.example\\.shastore\\..*\\)"))
                .anyMatch(line -> line.startsWith("memory "))
                .anyMatch(line -> line.startsWith("files "));
        assertThat(command.err()).isEmpty();
    }

    @Test
    void theNextProcessGetsWhatARestoreKept() {
        Finished command =
                restore(CommandWithStores.namedByTheVariable(BuiltExample.jarsDirectory()), uriOf("build-42"));
        assertThat(command.exitCode()).as("exit code of %s", command).isZero();
        assertThat(directory.resolve("layers/example_node/modules.toml"))
                .content()
                .contains("count = 3");
        assertThat(readBack(uriOf("build-42"))).containsExactly("modules sha256:abc", "runtime sha256:def");
        assertThat(readBack(uriOf("build-43"))).containsExactly("modules absent", "runtime absent");
    }

    @Test
    void whatWasPutOutlivesAProcessThatDies() {
        StoreUsers.run("PutAndDie", uriOf("build-42"), "example/node", "modules", "sha256:abc");
        assertThat(readBack(uriOf("build-42"))).containsExactly("modules sha256:abc", "runtime absent");
    }

    @Test
    void inTheDirectoryBesideTheCommandItIsFoundUnasked() {
        CommandWithStores besideIt =
                CommandWithStores.inItsOwnDirectory(directory.resolve("command"), BuiltExample.jars());
        assertThat(besideIt.run("stores").out()).anyMatch(line -> line.startsWith("h2 "));
        Finished command = restore(besideIt, uriOf("build-42"));
        assertThat(command.exitCode()).as("exit code of %s", command).isZero();
        assertThat(readBack(uriOf("build-42"))).containsExactly("modules sha256:abc", "runtime sha256:def");
    }

    @Test
    void aFailureOfItIsOneLine() throws IOException {
        Files.writeString(directory.resolve("shas.mv.db"), "no database");
        Finished command =
                restore(CommandWithStores.namedByTheVariable(BuiltExample.jarsDirectory()), uriOf("build-42"));
        assertThat(command.exitCode()).as("exit code of %s", command).isEqualTo(RESTORING_FAILED);
        assertThat(command.err())
                .singleElement()
                .asString()
                .startsWith("ERROR: SHA store h2: ")
                .contains("shas.mv.db");
    }

    @Test
    void withoutItsDriverItIsListedAndSaysWhatIsMissing() {
        CommandWithStores withoutDriver = CommandWithStores.inItsOwnDirectory(
                directory.resolve("command"), BuiltExample.jars().subList(0, 1));
        assertThat(withoutDriver.run("stores").out()).anyMatch(line -> line.startsWith("h2 "));
        Finished command = restore(withoutDriver, uriOf("build-42"));
        assertThat(command.exitCode()).as("exit code of %s", command).isEqualTo(RESTORING_FAILED);
        assertThat(command.err()).singleElement().asString().contains("No suitable driver");
    }

    private String uriOf(String build) {
        return "h2:" + directory.resolve("shas") + "?build=" + build;
    }

    private Finished restore(CommandWithStores command, String shaStore) {
        return command.run(
                "restore",
                "--metadata-only",
                "--layers=" + directory.resolve("layers"),
                "--group=" + directory.resolve("group.toml"),
                "--app-metadata=" + directory.resolve("app.json"),
                "--cache-dir=" + directory.resolve("cache"),
                "--sha-store=" + shaStore);
    }

    private static List<String> readBack(String shaStore) {
        return StoreUsers.run("ReadBack", shaStore, "example/node", "modules", "runtime");
    }
}
