package dev.restorer.core.formats.toml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.restorer.core.formats.FormatException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class TomlFormatTest {

    private static JsonNode read(String document) {
        return TomlFormat.tree(document.getBytes(StandardCharsets.UTF_8));
    }

    /** The parser that describes errors throws a NullPointerException for this document. */
    @Test
    void anErrorThatCannotBeDescribedBetterKeepsItsFirstDescription() {
        assertThatThrownBy(() -> read("a = {b-,#\u007f'"))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("Unknown token");
    }

    @Test
    void aByteOrderMarkIsReadWhereTomlAllowsIt() {
        JsonNode tree =
                read("\ufeff# \ufeff\n'a\ufeff' = [{b = \"\ufeff\ue000\"}, \"\"\"\ufeff\"\"\"]\n[\"\ufeff\"]\nc = 1\n");
        assertThat(tree.path("a\ufeff").path(0).path("b").stringValue()).isEqualTo("\ufeff\ue000");
        assertThat(tree.path("a\ufeff").path(1).stringValue()).isEqualTo("\ufeff");
        assertThat(tree.path("\ufeff").path("c").intValue()).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ue000", "\\U0000e000", "\ue000"})
    void aCharacterForPrivateUseBesideAByteOrderMarkIsKept(String character) {
        assertThat(read("a = \"\ufeff" + character + "\"").path("a").stringValue())
                .isEqualTo("\ufeff\ue000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\ufeff = 1", "a = 1\ufeff", "\ufeff\ufeffa = 1", "a = \"\\\ufeff\"", "a = 1\n\ufeff"})
    void aByteOrderMarkElsewhereIsAnError(String document) {
        assertThatThrownBy(() -> read(document)).isInstanceOf(FormatException.class);
    }

    @Test
    void aDocumentThatHasAllCharactersForPrivateUseIsNotReadWithAnotherCharacter() {
        StringBuilder all = new StringBuilder("a = \"\ufeff");
        for (char c = '\ue000'; c <= '\uf8ff'; c++) {
            all.append(c);
        }
        assertThatThrownBy(() -> read(all.append('"').toString())).isInstanceOf(FormatException.class);
    }

    @Property
    void anyDocumentIsReadOrThrowsAFormatException(@ForAll("documents") String document) {
        assertThat(catchThrowable(() -> read(document)))
                .satisfiesAnyOf(
                        thrown -> assertThat(thrown).isNull(),
                        thrown -> assertThat(thrown).isInstanceOf(FormatException.class));
    }

    /** Every second one begins an inline table, the part of the grammar where most errors are recovered from. */
    @Provide
    Arbitrary<String> documents() {
        Arbitrary<String> begin = Arbitraries.of("", "a = {", "a = [{b-,#", "[a]\n", "[[a]]\n");
        Arbitrary<List<String>> tokens = Arbitraries.of(
                        "a",
                        ".",
                        "=",
                        "{",
                        "}",
                        "[",
                        "]",
                        ",",
                        "\n",
                        "\r\n",
                        "\r",
                        "#",
                        "\u0001",
                        "\u007f",
                        "-",
                        "1",
                        "1e",
                        "0x",
                        "true",
                        "inf",
                        "\"",
                        "'",
                        "\"\"\"",
                        "'''",
                        "\\",
                        "\\u",
                        "1979-05-27",
                        "07:32:00",
                        "T",
                        "\ufeff",
                        "\ufffd")
                .list()
                .ofMaxSize(12);
        return begin.flatMap(first -> tokens.map(rest -> first + String.join("", rest)));
    }
}
