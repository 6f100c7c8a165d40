package dev.restorer.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.api.LayerId;
import dev.restorer.cli.log.Columns;
import dev.restorer.spi.LayerContents;
import org.junit.jupiter.api.Test;

class TallyTest {

    private static final long MIB = 1 << 20;

    private final Tally tally = new Tally();

    private static LayerId layer(String name) {
        return new LayerId("a/b", name);
    }

    @Test
    void bytesAndLayersAreCounted() {
        tally.note(layer("one"), 3 * MIB, 3 * MIB);
        tally.note(layer("two"), MIB, 4 * MIB);
        tally.note(layer("three"), 0, MIB);
        assertThat(tally.line()).isEqualTo("Layers: 4.0 MiB of 8.0 MiB, 1 done, 2 in work: \"a/b:two\"");
    }

    @Test
    void ofALayerTheLastThatWasToldCounts() {
        tally.note(layer("one"), MIB, 2 * MIB);
        tally.note(layer("one"), 2 * MIB, 2 * MIB);
        assertThat(tally.line()).isEqualTo("Layers: 2.0 MiB of 2.0 MiB, 1 done");
    }

    @Test
    void whereTheSizeOfALayerIsNotKnownOnlyWhatWasReadIsTold() {
        tally.note(layer("one"), MIB, MIB);
        tally.note(layer("two"), MIB, LayerContents.UNKNOWN_SIZE);
        assertThat(tally.line()).startsWith("Layers: 2.0 MiB, 1 done, 1 in work: ");
    }

    @Test
    void anEmptyLayerIsDoneAtOnce() {
        tally.note(layer("one"), 0, 0);
        assertThat(tally.line()).isEqualTo("Layers: 0 B of 0 B, 1 done");
    }

    @Test
    void noNameMakesTheLineLongerThanATerminal() {
        tally.note(layer("x".repeat(300)), 1, 2);
        assertThat(tally.line()).startsWith("Layers: 1 B of 2 B, 0 done, 1 in work: \"a/b:xxx");
        assertThat(Columns.of(tally.line())).isEqualTo(Tally.MAX_COLUMNS);
    }

    @Test
    void noNameSteersTheTerminal() {
        tally.note(layer("\u001b[2J\r\n\u202e"), 1, 2);
        assertThat(tally.line()).endsWith("\"a/b:\\x1b[2J\\r\\n\\u202e\"");
    }
}
