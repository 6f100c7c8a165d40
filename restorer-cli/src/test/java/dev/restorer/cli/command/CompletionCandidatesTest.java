package dev.restorer.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.cli.log.Console;
import dev.restorer.cli.process.ProcessContext;
import dev.restorer.cli.process.Shutdown;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** The values that a shell offers. */
class CompletionCandidatesTest {

    private static CommandLine command() {
        PrintStream nothing = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        ProcessContext process = ProcessContext.ofThisProcess(Map.of(), new Shutdown());
        return new Application(new Console(nothing, nothing), process, Services.found(process)).commandLine();
    }

    private static CommandSpec spec(String subcommand) {
        return Objects.requireNonNull(command().getSubcommands().get(subcommand))
                .getCommandSpec();
    }

    private static List<String> candidates(ArgSpec argument) {
        List<String> candidates = new ArrayList<>();
        argument.completionCandidates().forEach(candidates::add);
        return candidates;
    }

    @ParameterizedTest
    @CsvSource({
        "explain, --format, table wide json markdown",
        "restore, --log-level, debug info warn warning error fatal",
        "restore, --sha-store, memory: files: redis:// redis-cluster:// redis-sentinel://"
    })
    void aFlagWithFixedValuesOffersThem(String subcommand, String flag, String values) {
        assertThat(candidates(spec(subcommand).findOption(flag))).containsExactly(values.split(" "));
    }

    @ParameterizedTest
    @CsvSource({"table", "wide", "json", "markdown"})
    void anOfferedFormatIsAccepted(String format) {
        assertThat(new Run().with("explain", "--format", format)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"debug", "info", "warn", "warning", "error", "fatal"})
    void anOfferedLevelIsAccepted(String level) {
        assertThat(new Run().with("stores", "--log-level", level)).isZero();
    }

    @Test
    void helpOffersTheSubcommands() {
        assertThat(candidates(spec("help").positionalParameters().get(0)))
                .containsExactlyElementsOf(command().getSubcommands().keySet());
    }
}
