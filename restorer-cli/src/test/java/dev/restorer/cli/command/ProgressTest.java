package dev.restorer.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.api.RestoreCancelledException;
import dev.restorer.cli.log.Screen;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressTest {

    private static final String PROGRESS = "Layers: 50 B of 100 B, 0 done, 1 in progress: \"example/node:deps\"";

    private final Run run = new Run();

    @BeforeEach
    void nameACache() {
        run.variables.put("CNB_CACHE_DIR", "c");
    }

    @BeforeEach
    void letTimePass() {
        run.contents.meanwhile = () -> run.nanoTime += TimeUnit.SECONDS.toNanos(2);
    }

    @Test
    void progressIsShownOnATerminalAndErasedAtTheEnd() {
        assertThat(run.with("restore")).isZero();
        assertThat(run.rawErr()).contains(PROGRESS);
        assertThat(Screen.of(run.rawErr()))
                .containsExactly("Warning: a warn line\\nbroken", "ERROR: an error line", "");
    }

    @Test
    void progressIsErasedBeforeAnError() {
        run.contents.meanwhile = () -> {
            run.nanoTime += TimeUnit.SECONDS.toNanos(2);
            run.restorer.failWith(new RestoreCancelledException(Path.of("l")));
        };
        run.with("restore");
        assertThat(run.rawErr()).contains(PROGRESS);
        assertThat(Screen.of(run.rawErr()))
                .hasSize(4)
                .element(2)
                .asString()
                .startsWith("ERROR: The restore into l was cancelled.");
    }

    @Test
    void nothingIsShownForShortRestores() {
        run.contents.meanwhile = () -> {};
        run.with("restore");
        assertThat(run.rawErr()).doesNotContain("\r");
    }

    @Test
    void nothingIsShownIfStandardErrorIsNotATerminal() {
        run.terminal = false;
        run.with("restore");
        assertThat(run.rawErr()).doesNotContain("\r");
    }

    @Test
    void nothingIsShownOnATerminalThatCannotOverwrite() {
        run.variables.put("TERM", "dumb");
        run.with("restore");
        assertThat(run.rawErr()).doesNotContain("\r");
    }

    @ParameterizedTest
    @ValueSource(strings = {"warn", "error"})
    void nothingIsShownAtLevelsAboveInfo(String level) {
        run.with("restore", "--log-level", level);
        assertThat(run.rawErr()).doesNotContain("\r");
    }

    @Test
    void contentsAloneHaveProgressToo() {
        run.with("restore", "--contents-only", "--sha-store=fake:");
        assertThat(run.rawErr()).contains(PROGRESS);
    }
}
