package dev.restorer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.cli.log.Console;
import dev.restorer.cli.process.ProcessContext;
import dev.restorer.cli.process.ProcessEnd;
import dev.restorer.cli.process.Shutdown;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private final Shutdown shutdown = new Shutdown();

    @TempDir
    Path layers;

    private int run(Map<String, String> environment, String... args) {
        Console console = new Console(stream(out), stream(err));
        return Main.run(args, console, ProcessContext.ofThisProcess(environment, shutdown));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(new java.io.BufferedOutputStream(bytes), false, StandardCharsets.UTF_8);
    }

    @Test
    void outputIsFlushedAtTheEnd() {
        assertThat(run(Map.of(), "--version")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("restorer ");
        assertThat(err.size()).isZero();
    }

    @Test
    void aProcessWhoseCommandHasEndedDoesNotWait() throws IOException {
        Files.writeString(layers.resolve("group.toml"), "[[group]]\nid = \"a\"\nversion = \"1\"\napi = \"0.10\"\n");
        assertThat(run(Map.of("CNB_LAYERS_DIR", layers.toString()), "restore")).isZero();
        assertThat(new ProcessEnd(shutdown::begin).begunAndWaits()).isFalse();
    }

    @Test
    void theEngineIsFoundAndReadsTheEnvironment() {
        assertThat(run(Map.of("CNB_LAYERS_DIR", "/not/there"), "explain")).isEqualTo(42);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("ERROR: /not/there/group.toml cannot be read")
                .contains("--group (CNB_GROUP_PATH)")
                .hasLineCount(1);
    }
}
