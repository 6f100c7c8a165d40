package dev.restorer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MainTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(Map<String, String> environment, String... args) {
        return Main.run(args, stream(out), stream(err), environment);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(new java.io.BufferedOutputStream(bytes), false, StandardCharsets.UTF_8);
    }

    @Test
    void whatWasWrittenIsThereAtTheEnd() {
        assertThat(run(Map.of(), "--version")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("restorer ");
        assertThat(err.size()).isZero();
    }

    @Test
    void theEngineIsFoundAndReadsTheEnvironment() {
        assertThat(run(Map.of("CNB_LAYERS_DIR", "/not/there"), "explain")).isEqualTo(42);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("ERROR: /not/there/group.toml cannot be read")
                .hasLineCount(1);
    }
}
