package dev.restorer.shastore.tck;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShownTest {

    @Test
    void unpairedSurrogatesAreShownByTheirNumbers() {
        assertThat(Shown.text("a\ud83d")).isEqualTo("\"a\\ud83d\"");
        assertThat(Shown.text("\ude00\ud83d")).isEqualTo("\"\\ude00\\ud83d\"");
    }

    @Test
    void textThatLooksLikeTheNumberOfASurrogateIsShownAsAnother() {
        assertThat(Shown.text("\\ud83d \ud83d")).isEqualTo("\"\\\\ud83d \\ud83d\"");
    }

    @Test
    void allElseIsShownAsItIsQuotedEverywhere() {
        assertThat(Shown.layer("bp", "😀\n")).isEqualTo("\"bp:😀\\n\"");
    }
}
