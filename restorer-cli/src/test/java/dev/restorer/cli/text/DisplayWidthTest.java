package dev.restorer.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayWidthTest {

    @Test
    void wideCharactersTakeTwoColumnsAndMarksNone() {
        assertThat(DisplayWidth.of("é")).isEqualTo(1);
        assertThat(DisplayWidth.of("e\u0301")).isEqualTo(1);
        assertThat(DisplayWidth.of("日本")).isEqualTo(4);
        assertThat(DisplayWidth.of("😀")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"⌚, 2", "✅, 2", "⭐, 2", "✔, 1", "→, 1"})
    void symbolsThatAreEmojisByThemselvesTakeTwoColumnsAndOthersOne(String symbol, int columns) {
        assertThat(DisplayWidth.of(symbol)).isEqualTo(columns);
    }

    @Test
    void textThatFitsIsUnchanged() {
        assertThat(DisplayWidth.fit("abcde", 5)).isEqualTo("abcde");
        assertThat(DisplayWidth.fit("日本", 4)).isEqualTo("日本");
    }

    @Test
    void textThatDoesNotFitIsCutBetweenCharacters() {
        assertThat(DisplayWidth.fit("abcdef", 5)).isEqualTo("ab...");
        assertThat(DisplayWidth.fit("a😀😀😀", 6)).isEqualTo("a😀...");
        assertThat(DisplayWidth.fit("a😀😀😀", 5)).isEqualTo("a...");
        assertThat(DisplayWidth.fit("abcdef", 3)).isEqualTo("...");
    }

    @Test
    void textIsPaddedByTheColumnsThatItTakes() {
        assertThat(DisplayWidth.pad("日", 4)).isEqualTo("日  ");
        assertThat(DisplayWidth.pad("e\u0301", 4)).isEqualTo("e\u0301   ");
        assertThat(DisplayWidth.pad("abc", 2)).isEqualTo("abc");
    }
}
