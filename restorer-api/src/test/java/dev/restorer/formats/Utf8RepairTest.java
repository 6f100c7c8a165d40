package dev.restorer.formats;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8RepairTest {

    private static byte[] bytes(String latin1) {
        return latin1.getBytes(ISO_8859_1);
    }

    /** The numbers are those of Go's decoder. */
    @ParameterizedTest
    @CsvSource({
        "\u0080, 1",
        "\u00c3, 1",
        "\u00c0\u0080, 2",
        "\u00c1\u00bf, 2",
        "\u00e2\u0082, 2",
        "\u00e0\u009f\u00bf, 3",
        "\u00ed\u00a0\u0080, 3",
        "\u00ed\u00bf\u00bf, 3",
        "\u00f0\u009f\u0098, 3",
        "\u00f0\u008f\u00bf\u00bf, 4",
        "\u00f4\u0090\u0080\u0080, 4",
        "\u00f5\u0080\u0080\u0080, 4",
        "\u00ff\u00fe, 2"
    })
    void eachInvalidByteIsReplaced(String invalid, int count) {
        String replaced = "\ufffd".repeat(count);
        assertThat(Utf8Repair.repair(bytes(invalid))).asString(UTF_8).isEqualTo(replaced);
        assertThat(Utf8Repair.repair(bytes("0123456789" + invalid + "x" + invalid + "0123456789")))
                .asString(UTF_8)
                .isEqualTo("0123456789" + replaced + "x" + replaced + "0123456789");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a", "0123456789", "\u0080\u07ff", "\u0800\ud7ff\ue000\uffff", "\ud800\udc00", "\udbff\udfff"
            })
    void utf8IsTheSameArray(String text) {
        byte[] utf8 = text.getBytes(UTF_8);
        assertThat(Utf8Repair.repair(utf8)).isSameAs(utf8);
    }

    /** A mark in UTF-8, UTF-16 and UTF-32, and those without a mark. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00ef\u00bb\u00bf{}",
                "\u00fe\u00ff\0{",
                "\u00ff\u00fe{\0",
                "\0\0\u00fe\u00ff",
                "\0{\0}",
                "{\0}\0",
                "\0\0\0{",
                "{\0\0\0"
            })
    void aByteOrderMarkAndOtherEncodingsAreNotJson(String latin1) {
        assertThat(Utf8Repair.startsLikeJson(bytes(latin1))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", " {", "\"\u00ef\u00bb\u00bf\"", "12345\0"})
    void aDocumentInUtf8StartsLikeJson(String latin1) {
        assertThat(Utf8Repair.startsLikeJson(bytes(latin1))).isTrue();
    }

    @Property
    void theResultIsAlwaysUtf8(@ForAll byte[] content) {
        byte[] repaired = Utf8Repair.repair(content);
        assertThat(new String(repaired, UTF_8).getBytes(UTF_8)).isEqualTo(repaired);
    }
}
