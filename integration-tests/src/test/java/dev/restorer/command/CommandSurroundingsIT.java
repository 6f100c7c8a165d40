package dev.restorer.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.process.Finished;
import dev.restorer.process.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is around the command does not reach into it, and it spoils nothing of it. */
class CommandSurroundingsIT {

    @TempDir
    Path directory;

    private static String command() {
        String root = Objects.requireNonNull(System.getProperty("restorer.root"), "restorer.root");
        return Path.of(root, "bin", "restorer").toAbsolutePath().normalize().toString();
    }

    private Finished shell(String script) {
        return Processes.run(List.of("sh", "-c", script, command(), directory.toString()));
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

    @Test
    void anotherCollectorMayBeAskedFor() {
        Finished run = shell("RESTORER_JAVA_OPTS=-XX:+UseG1GC \"$0\" stores");
        assertThat(run.exitCode()).as("exit code of %s", run).isZero();
    }
}
