package dev.restorer.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.process.Checkout;
import dev.restorer.process.Finished;
import dev.restorer.process.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is around the command does not reach into it, and it spoils nothing of it. */
@Tag("long")
class CommandSurroundingsIT {

    private static final String IN_A_DELETED_DIRECTORY = "mkdir \"$1/gone\" && cd \"$1/gone\" && rmdir \"$1/gone\" && ";

    @TempDir
    Path directory;

    private Finished shell(String script) {
        return Processes.run(List.of("sh", "-c", script, Checkout.command(), directory.toString()));
    }

    @Test
    void nothingIsLoadedFromTheWorkingDirectory() throws IOException {
        Path services = Files.createDirectories(directory.resolve("META-INF/services"));
        Files.writeString(services.resolve("dev.restorer.spi.ShaStoreProvider"), "planted.Store\n");
        Files.writeString(services.resolve("dev.restorer.LayerRestorer"), "planted.Engine\n");
        Finished run = shell("cd \"$1\" && \"$0\" stores");
        assertThat(run.exitCode()).as("exit code of %s", run).isZero();
        assertThat(run.err()).isEmpty();
    }

    @Test
    void aReportOnStandardOutputKeepsTheLogThatItGoesTo() throws IOException {
        Files.writeString(directory.resolve("group.toml"), "");
        Finished run = shell("cd \"$1\" && echo before >log && \"$0\" restore --layers l --group group.toml"
                + " --report /dev/stdout >>log && echo after >>log");
        assertThat(run.exitCode()).as("exit code of %s", run).isZero();
        assertThat(Files.readAllLines(directory.resolve("log")))
                .startsWith("before")
                .anyMatch(line -> line.contains("\"buildpacks\":[]"))
                .endsWith("after");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RESTORER_JAVA_OPTS=-XX:+UseG1GC",
                "JAVA_TOOL_OPTIONS=-XX:+UseParallelGC",
                "JDK_JAVA_OPTIONS=-XX:+UseParallelGC",
                "_JAVA_OPTIONS=-XX:+AggressiveHeap",
                "JDK_JAVA_OPTIONS=@options",
                "RESTORER_JAVA_OPTS=@options",
                "JAVA_TOOL_OPTIONS=-XX:VMOptionsFile=options",
                "JAVA_TOOL_OPTIONS=-XX:Flags=flags",
                "_JAVA_OPTIONS=-XX:TieredStopAtLevel=4",
                "JAVA_TOOL_OPTIONS=-Xshare:on"
            })
    void optionsOfOthersKeepNoJvmFromStarting(String variable) throws IOException {
        Files.writeString(directory.resolve("options"), "-XX:+UseParallelGC\n");
        Files.writeString(directory.resolve("flags"), "+UseParallelGC\n");
        Finished run = shell("cd \"$1\" && env '" + variable + "' \"$0\" stores");
        assertThat(run.exitCode()).as("exit code of %s", run).isZero();
    }

    @Test
    void aDeletedWorkingDirectoryIsNotNeededWherePathsAreAbsolute() throws IOException {
        Files.writeString(directory.resolve("group.toml"), "");
        Finished run = shell(IN_A_DELETED_DIRECTORY + "\"$0\" restore --layers \"$1/l\" --group \"$1/group.toml\"");
        assertThat(run.exitCode()).as("exit code of %s", run).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--group group.toml", "--platform-api 0.4", "--group /dev/null --report report.json"})
    void aRelativePathInADeletedWorkingDirectoryIsAnError(String arguments) {
        Finished run = shell(IN_A_DELETED_DIRECTORY + "\"$0\" restore --layers \"$1/l\" " + arguments);
        assertThat(run.exitCode()).as("exit code of %s", run).isEqualTo(42);
        assertThat(run.err())
                .filteredOn(line -> line.startsWith("ERROR: "))
                .singleElement()
                .asString()
                .startsWith("ERROR: The working directory was deleted, and --");
    }
}
