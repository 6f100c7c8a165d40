package dev.restorer.images.manifest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConfigTest {

    private static Config config(String latin1) {
        return Config.parse(latin1.replace('\'', '"').getBytes(ISO_8859_1));
    }

    @Test
    void bytesOfALabelThatAreNotUtf8AreReplaced() {
        assertThat(config("{'config':{'Labels':{'a':'caf\u00e9'}}}").labels()).containsEntry("a", "caf\ufffd");
    }
}
