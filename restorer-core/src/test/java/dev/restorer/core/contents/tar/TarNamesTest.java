package dev.restorer.core.contents.tar;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.core.contents.failure.RejectedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TarNamesTest {

    private final TarNames names = new TarNames(20);

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ünï-漢-😀", "\ufffd", "a\ufffdb", "\u0000", "\\xe9"})
    void utf8IsDecoded(String name) throws RejectedException {
        byte[] bytes = name.getBytes(UTF_8);
        assertThat(names.name(bytes, 0, bytes.length)).isEqualTo(name);
        assertThat(names.target(bytes, 0, bytes.length)).isEqualTo(name);
    }

    /**
     * Bytes as ISO-8859-1: a single byte, a truncated sequence, surrogates, overlong slashes, bytes beyond Unicode, and
     * U+FFFD among them.
     */
    @ParameterizedTest
    @CsvSource({
        "caf\u00e9.txt, caf\\xe9.txt",
        "a\u00c3, a\\xc3",
        "\u00ed\u00a0\u0080, \\xed\\xa0\\x80",
        "\u00c0\u00af, \\xc0\\xaf",
        "\u00f8\u0088\u0080, \\xf8\\x88\\x80",
        "\u00ef\u00bf\u00bd\u00ff, \ufffd\\xff",
    })
    void otherBytesAreRejectedWithAnEscapedMessage(String name, String escaped) {
        byte[] bytes = name.getBytes(ISO_8859_1);
        assertThatThrownBy(() -> names.name(bytes, 0, bytes.length))
                .isInstanceOf(RejectedException.class)
                .hasMessage("a name is not UTF-8: " + escaped);
    }

    @Test
    void onlyTheBytesInTheRangeAreRead() {
        byte[] bytes = "abc\u00e9def".getBytes(ISO_8859_1);
        assertThatThrownBy(() -> names.name(bytes, 2, 5)).hasMessage("a name is not UTF-8: c\\xe9d");
    }

    @Test
    void theLimitIsInBytes() throws RejectedException {
        byte[] most = "é".repeat(10).getBytes(UTF_8);
        byte[] more = "é".repeat(11).getBytes(UTF_8);
        assertThat(names.name(most, 0, 20)).hasSize(10);
        assertThat(names.target(most, 0, 20)).hasSize(10);
        assertThatThrownBy(() -> names.name(more, 0, 21)).hasMessage("a name has more than 20 bytes");
        assertThatThrownBy(() -> names.target(more, 0, 21)).hasMessage("the target of a link has more than 20 bytes");
    }
}
