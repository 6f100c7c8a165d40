package dev.restorer.formats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WellFormedTest {

    @Test
    void eachUnpairedSurrogateIsReplaced() {
        assertThat(WellFormed.text("\ud800")).isEqualTo("\ufffd");
        assertThat(WellFormed.text("\udfff")).isEqualTo("\ufffd");
        assertThat(WellFormed.text("a\udbffb\udc00")).isEqualTo("a\ufffdb\ufffd");
        assertThat(WellFormed.text("\udc00\ud800")).isEqualTo("\ufffd\ufffd");
    }

    @Test
    void pairsStay() {
        assertThat(WellFormed.text("\ud83d\ude00\ud83d")).isEqualTo("\ud83d\ude00\ufffd");
        assertThat(WellFormed.text("\ud800\udc00\udbff\udfff")).isEqualTo("\ud800\udc00\udbff\udfff");
    }

    @Test
    void textWithoutSurrogatesIsNotCopied() {
        String text = "\ud7ff\ue000";
        assertThat(WellFormed.text(text)).isSameAs(text);
    }
}
