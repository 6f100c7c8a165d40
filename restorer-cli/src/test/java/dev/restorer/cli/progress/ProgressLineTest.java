package dev.restorer.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.api.LayerId;
import dev.restorer.cli.log.Console;
import dev.restorer.cli.log.Screen;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    private static final LayerId LAYER = new LayerId("a/b", "c");

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Console console = new Console(stream(OutputStream.nullOutputStream()), stream(err));

    /** A clock may have any value, also shortly before its overflow. */
    private long now = Long.MAX_VALUE - 5;

    private final ProgressLine line = new ProgressLine("Layers", console, () -> now);

    private static PrintStream stream(OutputStream to) {
        return new PrintStream(to, false, StandardCharsets.UTF_8);
    }

    private void after(long milliseconds) {
        now += TimeUnit.MILLISECONDS.toNanos(milliseconds);
    }

    private String shown() {
        return Screen.of(err).get(0);
    }

    @Test
    void nothingIsShownInTheFirstSecond() {
        line.progress(LAYER, 0, 100);
        after(999);
        line.progress(LAYER, 1, 100);
        assertThat(err.size()).isZero();
    }

    @Test
    void afterASecondEarlierProgressIsShownToo() {
        line.progress(new LayerId("a/b", "first"), 7, 7);
        after(1000);
        line.progress(LAYER, 1, 100);
        assertThat(shown()).isEqualTo("Layers: 8 B of 107 B, 1 done, 1 in progress: \"a/b:c\"");
    }

    @Test
    void itIsDrawnAtMostTenTimesPerSecond() {
        after(1000);
        line.progress(LAYER, 1, 100);
        after(99);
        line.progress(LAYER, 2, 100);
        assertThat(shown()).contains(" 1 B of ");
        after(1);
        line.progress(LAYER, 3, 100);
        assertThat(shown()).contains(" 3 B of ");
    }

    @Test
    void itStaysOnOneLine() {
        after(1000);
        for (int bytes = 0; bytes < 100; bytes++) {
            after(100);
            line.progress(LAYER, bytes, 100);
        }
        assertThat(Screen.of(err)).singleElement().asString().contains(" 99 B of ");
    }

    @Test
    void itIsErasedAtTheEnd() {
        after(1000);
        line.progress(LAYER, 1, 100);
        line.close();
        assertThat(Screen.of(err)).containsExactly("");
    }

    @Test
    void itIsErasedForAWarningAndDrawnBelowIt() {
        after(1000);
        line.progress(LAYER, 1, 100);
        console.log().warn("look");
        after(100);
        line.progress(LAYER, 2, 100);
        assertThat(Screen.of(err)).first().isEqualTo("Warning: look");
        assertThat(Screen.of(err)).last().asString().contains(" 2 B of ");
    }
}
