package dev.restorer.core.formats.toml;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.core.formats.FormatException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TomlValuesTest {

    /** The value of x, of 499 levels, to the last of which the entry belongs. */
    private static final String LEVELS_499 = "[x" + ".a".repeat(498) + "]\n";

    private static TomlTable read(String entry) {
        return TomlTable.read((LEVELS_499 + entry).getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"b = 1", "b = []", "b = [1]", "b = {}", "b = {c = 1}", "b.c = 1"})
    void upTo500LevelsAreAccepted(String entry) {
        assertThatCode(() -> read(entry).value("x")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"b = [[]]", "b = [{}]", "b = {c = []}", "b.c = {}", "b.c.d = 1"})
    void moreLevelsAreAnError(String entry) {
        assertThatThrownBy(() -> read(entry).value("x"))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("x has more than 500 levels of tables and arrays");
    }
}
