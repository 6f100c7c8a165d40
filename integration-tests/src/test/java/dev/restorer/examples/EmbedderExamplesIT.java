package dev.restorer.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.process.Finished;
import dev.restorer.process.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples that embed the engine, each packaged in one jar or in an image. */
@Tag("long")
class EmbedderExamplesIT {

    private static final String GROUP = """
            [[group]]
            id = "example/node"
            version = "1.0.0"
            api = "0.10"
            """;

    private static final String LABEL = """
            {"buildpacks": [{"key": "example/node", "version": "1.0.0", "layers": {
              "modules": {"sha": "sha256:abc", "launch": true, "data": {"count": 3}}}}]}
            """;

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {"embedder/target/embedder-1.0.0-shaded.jar", "spring-boot/target/spring-boot-restorer-1.0.0.jar"
            })
    void theJarRestoresABuildAndPrintsTheReport(String jar) throws IOException {
        assertRestores(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                BuiltExample.property("restorer.examples").resolve(jar).toString()));
    }

    @Test
    void theImageOfJlinkRestoresABuildWithoutAJdk() throws IOException {
        Path image = BuiltExample.property("restorer.examples").resolve("jlink/target/image");
        // The launcher needs dirname, whose directory may have a java too.
        Path programs = Files.createDirectory(directory.resolve("programs"));
        Files.createSymbolicLink(programs.resolve("dirname"), Path.of("/usr/bin/dirname"));

        assertRestores(List.of(
                "/usr/bin/env",
                "-i",
                "PATH=" + programs,
                image.resolve("bin/restore").toString()));
    }

    private void assertRestores(List<String> program) throws IOException {
        Path layers = directory.resolve("layers");
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of(
                layers.toString(),
                Files.writeString(directory.resolve("group.toml"), GROUP).toString(),
                Files.writeString(directory.resolve("label.json"), LABEL).toString(),
                directory.resolve("no-cache").toString()));
        Finished run = Processes.run(command);
        assertThat(run.exitCode()).as("exit code of %s", run).isZero();
        assertThat(run.out()).anyMatch(line -> line.startsWith("{\"schemaVersion\":1"));
        assertThat(layers.resolve("example_node/modules.toml")).content().contains("count = 3");
    }
}
