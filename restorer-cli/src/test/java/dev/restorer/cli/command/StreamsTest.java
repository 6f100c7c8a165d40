package dev.restorer.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StreamsTest {

    private final Run run = new Run();

    @Test
    void debugAndInfoGoToStandardOutputWarningsAndErrorsToStandardError() {
        run.with("restore", "--log-level", "debug");
        assertThat(run.out()).containsExactly("a debug line", "an info line");
        assertThat(run.err()).containsExactly("Warning: a warn line\\nbroken", "ERROR: an error line");
    }

    @Test
    void infoIsTheUsualLevel() {
        run.with("restore");
        assertThat(run.out()).containsExactly("an info line");
    }

    @Test
    void theLevelMayBeInAnyCase() {
        run.with("restore", "--log-level", "WARN");
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).hasSize(2);
    }

    @Test
    void atErrorNothingElseIsTold() {
        run.with("restore", "--log-level", "error");
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).containsExactly("ERROR: an error line");
    }
}
