package dev.restorer.images.formats;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonReaderTest {

    private static void assertRejected(String json, Charset charset) {
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> JsonReader.read(json.getBytes(charset), JsonReader::string))
                .withMessage("it does not start like JSON in UTF-8");
    }

    @Test
    void aByteOrderMarkIsRejectedAsInGo() {
        assertRejected("\ufeff'a'".replace('\'', '"'), UTF_8);
    }

    @Test
    void anotherEncodingIsRejected() {
        assertRejected("'a'".replace('\'', '"'), UTF_16LE);
    }

    @Test
    void anUnpairedSurrogateInTheNameOfAFieldIsReplaced() {
        List<String> names = new ArrayList<>();
        JsonReader.read("{\"a\\ud800\":1,\"b\\\\ud800\":2}".getBytes(UTF_8), reader -> {
            names.clear();
            reader.object(name -> {
                names.add(name);
                reader.skip();
            });
            return names;
        });
        assertThat(names).containsExactly("a\ufffd", "b\\ud800");
    }

    @Test
    void anUnpairedSurrogateInAStringIsReplaced() {
        assertThat(JsonReader.<String>read("\"a\\ud800\"".getBytes(UTF_8), JsonReader::string))
                .isEqualTo("a\ufffd");
    }
}
