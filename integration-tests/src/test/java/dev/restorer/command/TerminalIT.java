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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The output on a terminal, which util-linux's {@code script} emulates. */
class TerminalIT {

    private static final String ESCAPE = "\u001b[";
    private static final String EXPLAIN =
            " explain --layers l --group group.toml --app-metadata label.json --cache-dir c";

    @TempDir
    Path directory;

    @BeforeEach
    void writeInputs() throws IOException {
        if (!hasScript()) {
            throw Missing.here("The program script is not on the PATH", "Install util-linux");
        }
        Files.writeString(
                directory.resolve("group.toml"), "[[group]]\nid = \"a/bp\"\nversion = \"1\"\napi = \"0.10\"\n");
        Files.writeString(
                directory.resolve("label.json"),
                "{\"buildpacks\":[{\"key\":\"a/bp\",\"layers\":{\"x\":{\"sha\":\"sha256:1\",\"launch\":true}}}]}");
    }

    private static boolean hasScript() {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "script")));
    }

    /** Runs a shell script on a terminal; what it writes to both streams is standard output here. */
    private Finished onTerminal(String script) {
        String whole = "cd '" + directory + "' && " + script.replace("$0", "'" + Checkout.command() + "'");
        return Processes.run(List.of("env", "-u", "COLUMNS", "TERM=xterm", "script", "-qec", whole, "/dev/null"));
    }

    @Test
    void theTableIsAsWideAsTheTerminal() {
        assertThat(onTerminal("stty cols 70 && $0" + EXPLAIN + " --no-color").out())
                .anyMatch(line -> line.matches("Layer +App image +Cache +Metadata +Contents"));
        assertThat(onTerminal("stty cols 120 && $0" + EXPLAIN + " --no-color").out())
                .anyMatch(line -> line.matches("Layer +App image +Cache +Metadata +Contents +Why"));
    }

    @Test
    void onATerminalThereAreColors() {
        assertThat(onTerminal("$0" + EXPLAIN).out()).anyMatch(line -> line.contains(ESCAPE + "32mapp image"));
        assertThat(onTerminal("$0 restore --layrs").out())
                .singleElement()
                .asString()
                .startsWith(ESCAPE + "31mERROR:");
    }

    @Test
    void anotherProgramGetsNoColorsFromAProcessOnATerminal() {
        assertThat(onTerminal("$0" + EXPLAIN + " | cat").out()).isNotEmpty().noneMatch(line -> line.contains(ESCAPE));
    }

    @Test
    void colorsAreTurnedOffByVariablesAndTheFlag() {
        for (String off :
                List.of("NO_COLOR=1 $0" + EXPLAIN, "CNB_NO_COLOR=true $0" + EXPLAIN, "$0" + EXPLAIN + " -no-color")) {
            assertThat(onTerminal(off).out()).as(off).isNotEmpty().noneMatch(line -> line.contains(ESCAPE));
        }
    }
}
