package dev.restorer.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.api.ContentsLimits;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {

    private final Run run = new Run();

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-help", "-h"})
    void helpNamesTheSubcommandsOnStandardOutput(String flag) {
        assertThat(run.with(flag)).isZero();
        assertThat(String.join("\n", run.out())).contains("restore", "explain", "demo", "stores", "--version", "42");
        assertThat(run.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"restore", "explain"})
    void helpOfASubcommandNamesItsFlags(String subcommand) {
        assertThat(run.with(subcommand, "--help")).isZero();
        assertThat(String.join("\n", run.out()))
                .contains(
                        "--layers",
                        "CNB_LAYERS_DIR",
                        "--report",
                        "--log-level",
                        "--uid",
                        "CNB_GROUP_ID",
                        "--cache-image",
                        "--no-color");
        assertThat(run.reader.calls).isEmpty();
    }

    @Test
    void helpNamesTheDefaultLimits() {
        run.with("restore", "--help");
        ContentsLimits limits = ContentsLimits.defaults();
        assertThat(String.join(" ", run.out()))
                .contains("(" + limits.bytes() + ", which is " + (limits.bytes() >> 30) + " GiB)")
                .contains("(" + limits.entries() + ")");
    }

    @Test
    void helpSaysThatAFileOfCacheMetadataHasNoContents() {
        run.with("restore", "--help");
        assertThat(String.join(" ", run.out()).replaceAll("\\s+", " "))
                .contains("--contents-only", "instead of a cache directory; only metadata is restored");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-version", "-V"})
    void theVersionIsThatOfTheBuild(String flag) {
        assertThat(run.with(flag)).isZero();
        assertThat(run.out()).singleElement().asString().matches("restorer \\d+\\..*");
    }

    @Test
    void aSubcommandPrintsTheVersionToo() {
        assertThat(run.with("restore", "--version")).isZero();
        assertThat(run.out()).hasSize(1);
    }

    @Test
    void helpOfASubcommandIsAlsoASubcommand() {
        assertThat(run.with("help", "restore")).isZero();
        Run other = new Run();
        other.with("restore", "--help");
        assertThat(run.out()).isEqualTo(other.out()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "--help"})
    void helpAloneNamesAllSubcommands(String argument) {
        assertThat(run.with(argument)).isZero();
        assertThat(String.join("\n", run.out())).contains("restore", "diff", "help");
    }

    @Test
    void helpWithMoreArgumentsIsAnInvalidArgument() {
        assertThat(run.with("help", "restore", "more")).isEqualTo(3);
        assertThat(run.with("help", "unknown")).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "--version"})
    void anAnswerForAClosedStandardOutputIsAnError(String flag) {
        run.launch = new Launch(true, null, Set.of(Launch.STANDARD_OUTPUT), Map::of);
        assertThat(run.with(flag)).isEqualTo(42);
        assertThat(run.err())
                .singleElement()
                .asString()
                .startsWith("ERROR: standard output cannot be written: it is closed.");
    }
}
