package dev.restorer.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.process.Checkout;
import dev.restorer.process.Finished;
import dev.restorer.process.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the command's documentation, run one after the other with the input of the demo. */
@Tag("long")
class CommandDocumentationIT {

    private static final Pattern EXAMPLE = Pattern.compile("```console\n(.*?)```", Pattern.DOTALL);
    private static final String PROMPT = "$ ";

    @TempDir
    Path directory;

    /** Unpacks the input of the demo into a directory, where the documentation has it. */
    private void unpackInput() throws IOException {
        Path temporary = Files.createDirectory(directory.resolve("temporary"));
        assertDone(Processes.run(
                List.of("env", "RESTORER_JAVA_OPTS=-Djava.io.tmpdir=" + temporary, Checkout.command(), "demo")));
        try (Stream<Path> demos = Files.list(temporary)) {
            Path demo = demos.filter(Files::isDirectory).findFirst().orElseThrow();
            Files.move(demo.resolve("input"), directory.resolve("input"));
        }
    }

    private static void assertDone(Finished run) {
        assertThat(run.exitCode()).as("exit code of %s", run).isZero();
    }

    private List<String> run(String command) {
        String script = "cd \"$1\" && { " + command.replace("bin/restorer", "\"$0\"") + "; } 2>&1";
        return Processes.run(
                        List.of("env", "-u", "COLUMNS", "sh", "-c", script, Checkout.command(), directory.toString()))
                .out();
    }

    @Test
    void eachExampleHasTheOutputThatIsShown() throws IOException {
        unpackInput();
        Matcher example = EXAMPLE.matcher(Files.readString(Checkout.root().resolve("docs/command.md")));
        int examples = 0;
        while (example.find()) {
            List<String> lines = example.group(1).lines().toList();
            int commands = (int)
                    lines.stream().takeWhile(CommandDocumentationIT::isCommand).count();
            String command = String.join("\n", lines.subList(0, commands)).substring(PROMPT.length());
            assertThat(run(command.replace("\n" + PROMPT, "\n")))
                    .as(command)
                    .containsExactlyElementsOf(lines.subList(commands, lines.size()));
            examples++;
        }
        assertThat(examples).isGreaterThanOrEqualTo(4);
    }

    /** A command may continue on lines that are indented. */
    private static boolean isCommand(String line) {
        return line.startsWith(PROMPT) || line.startsWith("    -");
    }
}
