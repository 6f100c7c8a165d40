package dev.restorer.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.cli.explain.Plans;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColorsTest {

    private final Run run = new Run();

    @BeforeEach
    void allowColors() {
        run.colors = true;
        run.restorer.answerWith(Plans.ofFourLayers());
    }

    private boolean hasColors() {
        return (run.rawOut() + run.rawErr()).contains("\u001b[");
    }

    @Test
    void onATerminalResultsWarningsAndErrorsHaveColors() {
        assertThat(run.with("explain")).isZero();
        assertThat(run.rawOut()).contains("\u001b[32mapp image\u001b[0m");
        assertThat(run.rawErr())
                .contains(
                        "\u001b[33mWarning:\u001b[0m a warn line\\nbroken", "\u001b[31mERROR:\u001b[0m an error line");
    }

    @Test
    void withoutATerminalThereAreNone() {
        run.terminal = false;
        assertThat(run.with("explain")).isZero();
        assertThat(run.rawOut()).contains("app image");
        assertThat(hasColors()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"NO_COLOR, 1", "NO_COLOR, 0", "CNB_NO_COLOR, true", "TERM, dumb"})
    void aVariableTurnsThemOff(String variable, String value) {
        run.variables.put(variable, value);
        assertThat(run.with("explain")).isZero();
        assertThat(run.rawOut()).contains("app image");
        assertThat(hasColors()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"NO_COLOR, ''", "CNB_NO_COLOR, false", "TERM, xterm"})
    void anotherValueOfTheVariableDoesNot(String variable, String value) {
        run.variables.put(variable, value);
        run.with("explain");
        assertThat(hasColors()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "0, explain FLAG, app image",
        "0, restore FLAG, a warn line",
        "0, stores FLAG, Forms",
        "42, diff FLAG /not/there /not/there, ERROR:",
        "0, FLAG --help, --version",
        "0, FLAG explain, app image"
    })
    void theFlagTurnsThemOff(int exitCode, String arguments, String printed) {
        for (String flag : List.of("--no-color", "-no-color", "-no-color=true")) {
            assertThat(run.with(arguments.replace("FLAG", flag).split(" "))).isEqualTo(exitCode);
            assertThat(run.rawOut() + run.rawErr()).contains(printed);
            assertThat(hasColors()).isFalse();
        }
    }

    @Test
    void theFlagOverridesTheVariables() {
        run.variables.put("NO_COLOR", "1");
        run.with("explain", "--no-color=false");
        assertThat(hasColors()).isTrue();
    }

    @Test
    void anInvalidArgumentBesideTheFlagIsReportedWithoutColors() {
        assertThat(run.with("restore", "--layrs", "--no-color")).isEqualTo(3);
        assertThat(hasColors()).isFalse();
    }

    @Test
    void markdownAndJsonHaveNone() {
        run.with("explain", "--format=markdown");
        run.with("explain", "--format=json");
        assertThat(run.rawOut()).doesNotContain("\u001b[");
    }

    @Test
    void theNameOfTheFlagAsAValueIsNotTheFlag() {
        run.with("explain", "--layers", "--no-color");
        assertThat(hasColors()).isTrue();
    }
}
