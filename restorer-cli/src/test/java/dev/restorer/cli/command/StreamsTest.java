package dev.restorer.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamsTest {

    private final Run run = new Run();

    @BeforeEach
    void nameACache() {
        run.variables.put("CNB_CACHE_DIR", "c");
    }

    @Test
    void debugAndInfoGoToStandardOutputWarningsAndErrorsToStandardError() {
        run.with("restore", "--log-level", "debug");
        assertThat(run.out()).containsExactly("a debug line", "an info line");
        assertThat(run.err()).containsExactly("Warning: a warn line\\nbroken", "ERROR: an error line");
    }

    @Test
    void infoIsTheDefaultLevel() {
        run.with("restore");
        assertThat(run.out()).containsExactly("an info line");
    }

    @Test
    void theLevelMayBeInAnyCase() {
        run.with("restore", "--log-level", "WARN");
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"warning", "Warning"})
    void warningsHaveTwoNames(String level) {
        run.variables.put("CNB_LOG_LEVEL", level);
        assertThat(run.with("restore")).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"error", "fatal", "FATAL"})
    void atErrorOnlyErrorsArePrinted(String level) {
        run.with("restore", "--log-level", level);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).containsExactly("ERROR: an error line");
    }
}
