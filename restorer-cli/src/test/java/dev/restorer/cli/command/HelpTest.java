package dev.restorer.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.api.ContentsLimits;
import dev.restorer.cli.process.Launch;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        assertThat(String.join(" ", run.out()).replaceAll("\\s+", " "))
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

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-help", "-h", "--help=true"})
    void helpBeforeASubcommandIsThatOfTheSubcommandAndRunsNothing(String flag) {
        assertThat(run.with(flag, "restore", "--layers", "x", "--unknown")).isZero();
        Run other = new Run();
        other.with("help", "restore");
        assertThat(run.out()).isEqualTo(other.out()).isNotEmpty();
        assertThat(run.reader.calls).isEmpty();
        assertThat(run.restorer.restored()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-version", "-V"})
    void theVersionBeforeASubcommandIsPrintedAndRunsNothing(String flag) {
        assertThat(run.with(flag, "restore", "--layers", "x")).isZero();
        assertThat(run.out()).singleElement().asString().startsWith("restorer ");
        assertThat(run.reader.calls).isEmpty();
        assertThat(run.restorer.restored()).isEmpty();
    }

    @Test
    void anotherFlagBeforeASubcommandRunsIt() {
        assertThat(run.with("--no-color", "restore")).isZero();
        assertThat(run.restorer.restored()).hasSize(1);
    }

    @Test
    void helpBeforeAnUnknownSubcommandIsAnInvalidArgument() {
        assertThat(run.with("--help", "unknown")).isEqualTo(3);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void helpWithMoreArgumentsIsAnInvalidArgument() {
        assertThat(run.with("help", "restore", "more")).isEqualTo(3);
        assertThat(run.with("help", "unknown")).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "--version"})
    void anAnswerForAClosedStandardOutputIsAnError(String flag) {
        run.launch = new Launch(true, null, Set.of(Launch.STANDARD_OUTPUT), Map::of, null);
        assertThat(run.with(flag)).isEqualTo(42);
        assertThat(run.err())
                .singleElement()
                .asString()
                .startsWith("ERROR: Standard output cannot be written: it is closed.");
    }

    @ParameterizedTest
    @CsvSource({
        "restore, 55",
        "restore, 80",
        "restore, 109",
        "explain, 60",
        "explain, 80",
        "diff, 80",
        "demo, 80",
        "stores, 80",
        "help, 80",
        "all, 55",
        "all, 80",
        "all, 109"
    })
    void noLineOfHelpIsWiderThanTheTerminal(String subcommand, int columns) {
        run.variables.put("COLUMNS", String.valueOf(columns));
        assertThat(subcommand.equals("all") ? run.with("help") : run.with(subcommand, "--help"))
                .isZero();
        assertThat(run.out()).isNotEmpty().allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(columns));
    }

    @Test
    void withoutATerminalHelpHas80Columns() {
        run.with("restore", "--help");
        assertThat(run.out().stream().mapToInt(String::length).max().orElseThrow())
                .isBetween(75, 80);
    }

    @ParameterizedTest
    @CsvSource({
        "restore, 0 3 11 12 42",
        "explain, 0 3 11 12 42",
        "diff, 0 1 3 42",
        "demo, 0 3 42",
        "stores, 0 3 42",
        "help, 0 3 42"
    })
    void helpOfASubcommandHasTheExitCodesThatItMayEndWith(String subcommand, String codes) {
        run.with(subcommand, "--help");
        assertThat(exitCodes()).containsExactly(codes.split(" "));
    }

    @Test
    void helpOfAllHasTheExitCodesOfAll() {
        run.with("--help");
        assertThat(exitCodes()).containsExactly("0", "1", "3", "11", "12", "42");
    }

    private List<String> exitCodes() {
        return run.out().stream()
                .dropWhile(line -> !line.equals("Exit codes:"))
                .skip(1)
                .map(String::strip)
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toList();
    }
}
