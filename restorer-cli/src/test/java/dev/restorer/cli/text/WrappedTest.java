package dev.restorer.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WrappedTest {

    @Test
    void noLineIsTooLongAndNothingIsLost() {
        Random random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            String text = random.ints(random.nextInt(60), 0, 6)
                    .mapToObj(c -> List.of("a", "b", " ", " ", "日", "😀").get(c))
                    .collect(Collectors.joining());
            int columns = 2 + random.nextInt(20);
            assertThat(Wrapped.lines(text, columns))
                    .as("%s in %s columns", text, columns)
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(DisplayWidth.of(line)).isLessThanOrEqualTo(columns));
            assertThat(String.join("", Wrapped.lines(text, columns)).replace(" ", ""))
                    .isEqualTo(text.replace(" ", ""));
        }
    }

    @Test
    void linesBreakAtSpaces() {
        assertThat(Wrapped.lines("one two three", 8)).containsExactly("one two", "three");
        assertThat(Wrapped.lines("one two three", 7)).containsExactly("one two", "three");
        assertThat(Wrapped.lines("one two three", 6)).containsExactly("one", "two", "three");
    }

    @Test
    void aLongWordIsBrokenWhereTheLineEnds() {
        assertThat(Wrapped.lines("a bcdefgh i", 3)).containsExactly("a", "bcd", "efg", "h i");
    }

    @Test
    void aVeryLongWordTakesLinearTime() {
        assertThat(Wrapped.lines("x".repeat(2_000_000), 80)).hasSize(25_000);
    }

    @Test
    void aParagraphIsIndented() {
        assertThat(Wrapped.paragraph("one two three", 9, "- ", "  ")).containsExactly("- one two", "  three");
        assertThat(Wrapped.paragraph("", 9, "- ", "  ")).containsExactly("- ");
    }
}
