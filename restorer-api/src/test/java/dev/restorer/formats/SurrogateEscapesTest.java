package dev.restorer.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SurrogateEscapesTest {

    private static String replaced(String json) {
        return new String(SurrogateEscapes.replaceUnpaired(json.getBytes(UTF_8)), UTF_8);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
                    \\ud800              , \\ufffd
                    \\uDFFF              , \\ufffd
                    a\\uDbFfb            , a\\ufffdb
                    \\udc00\\ud800       , \\ufffd\\ufffd
                    \\ud800\\ud83d\\ude00, \\ufffd\\ud83d\\ude00
                    \\ud83d\\ude00\\ude00, \\ud83d\\ude00\\ufffd
                    \\ud800\\n           , \\ufffd\\n
                    \\\\\\ud800          , \\\\\\ufffd
                    """)
    void anEscapeOfAnUnpairedSurrogateIsReplaced(String json, String expected) {
        assertThat(replaced(json)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "é",
                "\\",
                "\\u",
                "\\ud80",
                "\\ud8g0",
                "\\ud83d\\ude00",
                "\\ue000",
                "\\ud7ff",
                "\\\\ud800",
                "ud800"
            })
    void anythingElseStaysAsItIs(String json) {
        byte[] bytes = json.getBytes(UTF_8);
        assertThat(SurrogateEscapes.replaceUnpaired(bytes)).isSameAs(bytes);
    }

    @Test
    void theDocumentItselfIsNotChanged() {
        byte[] json = "\\ud800".getBytes(UTF_8);
        SurrogateEscapes.replaceUnpaired(json);
        assertThat(json).asString(UTF_8).isEqualTo("\\ud800");
    }
}
