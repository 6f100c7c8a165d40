package dev.restorer.cli.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnsTest {

    @Test
    void charactersOutsideAsciiMayTakeTwoColumns() {
        assertThat(Columns.of("abc")).isEqualTo(3);
        assertThat(Columns.of("é日😀")).isEqualTo(6);
    }

    @Test
    void textThatFitsIsUnchanged() {
        assertThat(Columns.fit("abcde", 5)).isEqualTo("abcde");
        assertThat(Columns.fit("日本", 4)).isEqualTo("日本");
    }

    @Test
    void textThatDoesNotFitIsCutBetweenCharacters() {
        assertThat(Columns.fit("abcdef", 5)).isEqualTo("ab...");
        assertThat(Columns.fit("a😀😀😀", 6)).isEqualTo("a😀...");
        assertThat(Columns.fit("a😀😀😀", 5)).isEqualTo("a...");
        assertThat(Columns.fit("abcdef", 3)).isEqualTo("...");
    }
}
