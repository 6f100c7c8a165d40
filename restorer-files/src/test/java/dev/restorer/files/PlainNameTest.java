package dev.restorer.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainNameTest {

    private static String problem(String name) {
        return String.valueOf(PlainName.problem(name, 10, StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", ".a", "a.", "...", " ", "~", "a:b", "%2e", "café", "\ufffd", "0123456789", "ééééé"})
    void whatNamesOneFileIsAPlainName(String name) {
        assertThat(problem(name)).isEqualTo("null");
    }

    @ParameterizedTest
    @CsvSource({
        "'', is empty",
        "., is a dot or two",
        ".., is a dot or two",
        "a/b, has a slash",
        "/, has a slash",
        "01234567890, is longer than 10 bytes",
        "éééééé, is longer than 10 bytes"
    })
    void whatDoesNotIsToldWhy(String name, String problem) {
        assertThat(problem(name)).isEqualTo(problem);
    }

    @ParameterizedTest
    @ValueSource(chars = {'\0', '\n', '\r', '\t', '\u001b', '\u007f', '\u0085'})
    void aControlCharacterIsInNoName(char c) {
        assertThat(problem("a" + c)).isEqualTo("has a control character");
    }

    @Test
    void aBackslashIsInNoNameWhereItPartsTheNamesOfAPath() {
        assertThat(problem("a\\b")).isEqualTo(File.separatorChar == '\\' ? "has a backslash" : "null");
    }

    @Test
    void whatIsNoPlainNameIsRefusedWithTheReason() {
        assertThat(PlainName.require("a")).isEqualTo("a");
        assertThatThrownBy(() -> PlainName.require("a/b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A name that has a slash is not allowed here");
    }

    @Test
    void aHiddenNameIsToldByHowItBegins() {
        assertThat(PlainName.isHidden(".restorer-1")).isTrue();
        assertThat(PlainName.isHidden("a.restorer-1")).isFalse();
    }

    @Test
    void theCharacterSetOfFileNamesIsTheOneOfTheLocale() {
        assertThat(PlainName.fileNameCharset()).isEqualTo(Charset.forName(System.getProperty("sun.jnu.encoding")));
    }

    @Test
    void aCharacterThatTheLocaleLacksIsInNoName() {
        assertThat(PlainName.problem("é", 10, StandardCharsets.US_ASCII)).contains("US-ASCII");
    }
}
