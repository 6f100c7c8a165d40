package dev.restorer.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.api.LayerId;
import dev.restorer.cli.text.DisplayWidth;
import dev.restorer.spi.LayerContents;
import org.junit.jupiter.api.Test;

class ProgressSummaryTest {

    private static final long MIB = 1 << 20;

    private final ProgressSummary summary = new ProgressSummary("Layers");

    private static LayerId layer(String name) {
        return new LayerId("a/b", name);
    }

    @Test
    void bytesAndLayersAreCounted() {
        summary.update(layer("one"), 3 * MIB, 3 * MIB);
        summary.update(layer("two"), MIB, 4 * MIB);
        summary.update(layer("three"), 0, MIB);
        assertThat(summary.line()).isEqualTo("Layers: 4.0 MiB of 8.0 MiB, 1 done, 2 in progress: \"a/b:two\"");
    }

    @Test
    void theLastProgressOfALayerIsUsed() {
        summary.update(layer("one"), MIB, 2 * MIB);
        summary.update(layer("one"), 2 * MIB, 2 * MIB);
        assertThat(summary.line()).isEqualTo("Layers: 2.0 MiB of 2.0 MiB, 1 done");
    }

    @Test
    void withoutTheSizeOfALayerOnlyTheBytesReadAreShown() {
        summary.update(layer("one"), MIB, MIB);
        summary.update(layer("two"), MIB, LayerContents.UNKNOWN_SIZE);
        assertThat(summary.line()).startsWith("Layers: 2.0 MiB, 1 done, 1 in progress: ");
    }

    @Test
    void anEmptyLayerIsCompleteAtOnce() {
        summary.update(layer("one"), 0, 0);
        assertThat(summary.line()).isEqualTo("Layers: 0 B of 0 B, 1 done");
    }

    @Test
    void longNamesAreShortenedToTheWidthOfTheTerminal() {
        summary.update(layer("x".repeat(300)), 1, 2);
        assertThat(summary.line()).startsWith("Layers: 1 B of 2 B, 0 done, 1 in progress: \"a/b:xxx");
        assertThat(DisplayWidth.of(summary.line())).isEqualTo(ProgressSummary.MAX_COLUMNS);
    }

    @Test
    void controlCharactersInNamesAreEscaped() {
        summary.update(layer("\u001b[2J\r\n\u202e"), 1, 2);
        assertThat(summary.line()).endsWith("\"a/b:\\x1b[2J\\r\\n\\u202e\"");
    }
}
