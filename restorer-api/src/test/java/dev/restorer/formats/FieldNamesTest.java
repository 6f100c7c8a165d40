package dev.restorer.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldNamesTest {

    @ParameterizedTest
    @CsvSource({
        "Buildpacks, buildpacks",
        "RUN-IMAGE, run-image",
        "mediaType, mediatype",
        "diff_IDs, diff_ids",
        "layer\u017f, layers",
        "\u212aey, key"
    })
    void aKeyInAnotherCaseIsAFieldAsInGo(String key, String field) {
        assertThat(FieldNames.fold(key)).isEqualTo(field);
    }

    /**
     * The letters i with and without a dot of Turkish, and others that Java's case conversion maps to ASCII in part.
     */
    @ParameterizedTest
    @ValueSource(strings = {"\u0131d", "\u0130d", "\ufb06ore", "\uff29\uff24", "i d"})
    void aKeyWithOtherLettersIsNoField(String key) {
        assertThat(FieldNames.fold(key)).isNotIn("id", "store");
    }

    @Test
    void theExactKeyIsFoundOrElseTheLastInAnotherCase() {
        assertThat(FieldNames.find(List.of("Id", "id", "ID"), "id")).isEqualTo("id");
        assertThat(FieldNames.find(List.of("Id", "iD", "name"), "id")).isEqualTo("iD");
        assertThat(FieldNames.find(List.of("name", "ids"), "id")).isNull();
    }

    @Test
    void onlyTheCharactersThatGoFoldBecomeLettersOfAscii() {
        StringBuilder folded = new StringBuilder();
        for (char c = 0x80; c < Character.MAX_VALUE; c++) {
            if (FieldNames.fold(String.valueOf(c)).chars().allMatch(each -> each < 0x80)) {
                folded.append(c);
            }
        }
        assertThat(folded).hasToString("\u017f\u212a");
    }
}
