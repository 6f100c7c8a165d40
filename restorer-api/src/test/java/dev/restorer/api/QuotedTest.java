package dev.restorer.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuotedTest {

    @Test
    void plainTextIsPutInQuotes() {
        assertThat(Quoted.quote("a/b:x y é 漢 😀")).isEqualTo("\"a/b:x y é 漢 😀\"");
    }

    @Test
    void quotesAndBackslashesAreEscaped() {
        assertThat(Quoted.quote("a\"b\\c")).isEqualTo("\"a\\\"b\\\\c\"");
    }

    @Test
    void whatWouldBreakALineIsEscaped() {
        assertThat(Quoted.quote("\n\r\t\b\f\u0007\u000b")).isEqualTo("\"\\n\\r\\t\\b\\f\\a\\v\"");
        assertThat(Quoted.quote("\0\u001b\u007f")).isEqualTo("\"\\x00\\x1b\\x7f\"");
        assertThat(Quoted.quote("\u0085\u2028\u200b\u00a0")).isEqualTo("\"\\u0085\\u2028\\u200b\\u00a0\"");
        assertThat(Quoted.quote("\udb40\udc01")).isEqualTo("\"\\U000e0001\"");
    }

    @Test
    void halfOfASurrogatePairIsReplaced() {
        assertThat(Quoted.quote("\ud800")).isEqualTo("\"\ufffd\"");
    }

    @Test
    void ofALongTextTheStartIsShownAndItsLength() {
        String longest = "x".repeat(1_000);
        assertThat(Quoted.quote(longest)).isEqualTo('"' + longest + '"');
        assertThat(Quoted.shorten(longest)).isEqualTo(longest);
        assertThat(Quoted.quote(longest + "y")).isEqualTo('"' + longest + "…\" (1001 characters)");
        assertThat(Quoted.shorten(longest + "y")).isEqualTo(longest + "… (1001 characters)");
    }

    @Test
    void aSurrogatePairIsNotSplitWhereATextIsShortened() {
        assertThat(Quoted.shorten("x".repeat(999) + "😀")).isEqualTo("x".repeat(999) + "… (1001 characters)");
    }

    @Test
    void aLayerIsNamedWithItsBuildpack() {
        assertThat(new LayerId("a/b", "x")).hasToString("\"a/b:x\"");
    }

    @Test
    void whatIsFitForALineStaysAsItIs() {
        assertThat(Quoted.escape("plain é \"quoted\" \\ 漢 😀")).isEqualTo("plain é \"quoted\" \\ 漢 😀");
    }

    @Test
    void whatSteersATerminalOrTurnsTheTextIsEscaped() {
        assertThat(Quoted.escape("a\r\n\tb\u001b[2J\u0085\u2028\u202e\u2066c"))
                .isEqualTo("a\\r\\n\\tb\\x1b[2J\\u0085\\u2028\\u202e\\u2066c");
    }
}
