package dev.restorer.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {

    private static Stream<String> names() {
        return Stream.of("--layers", "--layout", "--layout-dir", "--report", "--gid", "--uid");
    }

    @ParameterizedTest
    @CsvSource({
        "--layrs, --layers",
        "--layres, --layers",
        "--reprot, --report",
        "--layoutdir, --layout-dir",
        "--guid, --gid"
    })
    void theMostSimilarNameIsFound(String mistyped, String name) {
        assertThat(Suggestion.of(mistyped, names())).contains(name);
    }

    @ParameterizedTest
    @CsvSource({"--nothing-like-it", "x", "''"})
    void aNameThatIsNotSimilarIsNotSuggested(String mistyped) {
        assertThat(Suggestion.of(mistyped, names())).isEmpty();
    }

    @Test
    void aVeryLongNameIsNotCompared() {
        assertThat(Suggestion.of("x".repeat(1_000_000), Stream.of("x".repeat(999_999))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"a, a, 0", "ab, ba, 1", "ab, a, 1", "a, ab, 1", "abc, axc, 1", "'', abc, 3", "kitten, sitting, 3"})
    void theDistanceCountsInsertedRemovedReplacedAndSwappedCharacters(String one, String other, int distance) {
        assertThat(Suggestion.distance(one, other)).isEqualTo(distance);
    }
}
