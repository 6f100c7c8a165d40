package dev.restorer.core.formats.toml;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.core.formats.LimitException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DottedKeysTest {

    private static String levels(int count) {
        return "a" + ".a".repeat(count - 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s = 1",
                "[%s]",
                "[[%s]]",
                "a = {%s = 1}",
                "a = {b = 1, %s = 1}",
                "a = \"\"\n%s = 1",
                "a = \"\"\"\n\"\"\"\n%s = 1",
                "a = '\\'\n%s = 1",
                "a = {b = '''c'''', %s = 1}",
                "a = {b = \"\"\"c\"\"\"\"\", %s = 1}",
                "a = \"\\\"\"\n%s = 1",
                "\"a.b\".%s = 1",
                "'a'.%s = 1",
                "# a\n%s = 1",
                "a = [\n%s"
            })
    void aKeyOfTooManyPartsIsDetectedAnywhere(String document) {
        assertThatThrownBy(() -> DottedKeys.requireFewLevels(document.formatted(levels(501))))
                .isInstanceOf(LimitException.class)
                .hasMessage("a key has more than 500 parts");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s = 1.5",
                "[%s]\n%1$s = 1\n%1$s = 1",
                "a = {%s = 1, %1$s = 1}",
                "a = [{%s = 1}, {%1$s = 1}]",
            })
    void aKeyOfTheMaximumDepthIsRead(String document) {
        assertThatCode(() -> DottedKeys.requireFewLevels(document.formatted(levels(500))))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# %s",
                "a = 1 # %s\n",
                "a = \"%s\"",
                "a = '%s'",
                "a = \"\\\"%s\"",
                "a = \"\"\"\n\"%s\n\"\"\"",
                "a = '''\n'%s\n'''",
                "\"%s\" = 1",
                "a = \"%s",
                "a = '''%s"
            })
    void dotsInStringsAndCommentsAreNotCounted(String document) {
        assertThatCode(() -> DottedKeys.requireFewLevels(document.formatted(levels(10_000))))
                .doesNotThrowAnyException();
    }
}
