package dev.restorer.images.formats;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.Charset;
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
}
