package dev.restorer.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A wrong argument ends the benchmarks before anything is measured, with one line. */
@Timeout(60)
class WrongArgumentsTest {

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final StringWriter errors = new StringWriter();

    private int run(String... arguments) {
        return BenchmarkCommand.commandLine(new PrintStream(output, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(errors, true))
                .execute(arguments);
    }

    private void assertOneError(String start) {
        assertThat(output.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(errors.toString().lines()).singleElement().asString().startsWith("ERROR: " + start);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--compar=x; Unknown option: '--compar=x'",
                "--compare; Missing required parameter for option '--compare'",
                "--compare=/nope --check; --compare is /nope, which is not a file",
                "--check; --check needs the ratios of an earlier run, with --compare",
                "--margin=x; Invalid value for option '--margin': 'x' is not a double",
                "--margin=-1; --margin is -1.0, and has to be 0 or more",
                "--margin=NaN; --margin is NaN, and has to be 0 or more",
                "--pairs=0; --pairs is 0, and has to be at least 1",
                "--pairs=-3; --pairs is -3, and has to be at least 1",
                "--form=long; Invalid value for option '--form'",
                "nope; Unmatched argument at index 0: 'nope'",
                "commands --pairs=0; --pairs is 0, and has to be at least 1",
                "commands --java-home=/nope; --java-home is /nope, which is not the directory of a JDK",
                "commands --against=/nope; --against is /nope, which is not a program",
                "commands --command=/; --command is /, which is not a program",
                "curves --pairs=0; --pairs is 0, and has to be at least 1",
                "images --pairs=0; --pairs is 0, and has to be at least 1",
                "simulate --check; --check needs what is measured, with --measure",
                "simulate --builds=0; --builds is 0, and has to be at least 1",
                "simulate --builds-a-minute=5,0; --builds-a-minute has to be a number above zero",
                "simulate --redis-bytes=-5; --redis-bytes has to be a number above zero",
                "simulate --ttl=PT-1H; --ttl has to be a number above zero",
                "simulate --ttl=x; Invalid value for option '--ttl'"
            })
    void aWrongArgumentIsOneLineWithWhereToFindHelp(String arguments, String problem) {
        assertThat(run(arguments.split(" "))).isEqualTo(2);
        assertOneError(problem);
        assertThat(errors.toString())
                .containsPattern("Run bin/benchmark( \\w+)? --help to see what is accepted\\.\\s$");
    }

    @ParameterizedTest
    @ValueSource(strings = {"commands", "curves"})
    void aFileInPlaceOfTheDirectoryOfResultsIsAnErrorBeforeAnythingIsMeasured(String command, @TempDir Path directory)
            throws Exception {
        Path file = Files.createFile(directory.resolve("results"));
        assertThat(run(command, "--out=" + file)).isEqualTo(2);
        assertOneError("--out is " + file + ", which is not a directory in which files can be created");
    }

    @ParameterizedTest
    @ValueSource(strings = {"# restorer", "{}", "null", "[1]", "{\"a\": null}", "{\"a\": \"b\"}"})
    void aFileThatIsNoEarlierRunIsAnErrorBeforeAnythingIsMeasured(String content, @TempDir Path directory)
            throws Exception {
        Path file = Files.writeString(directory.resolve("earlier.json"), content);
        assertThat(run("--compare=" + file, "--check")).isEqualTo(1);
        assertOneError("IOException: " + file + " is no ratios.json");
    }

    @Test
    void theVersionIsPrinted() {
        assertThat(run("simulate", "--version")).isZero();
    }
}
