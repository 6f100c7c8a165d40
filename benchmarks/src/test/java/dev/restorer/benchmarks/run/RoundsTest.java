package dev.restorer.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoundsTest {

    private static List<Figure> round(double floor, double restore) {
        return List.of(
                new Figure("rawWrite", Map.of("layers", "10"), floor, Double.NaN),
                new Figure("restore", Map.of("layers", "10"), restore, Double.NaN));
    }

    private final Rounds rounds = new Rounds(List.of(round(1, 3), round(10, 10), round(100, 200)));

    @Test
    void aFigureHasTheMedianOfItsTimes() {
        assertThat(rounds.medians()).extracting(Figure::microseconds).containsExactly(10.0, 10.0);
    }

    @Test
    void aRatioIsThatToTheFloorOfTheSameRound() {
        Figure restore = rounds.medians().get(1);
        assertThat(rounds.ratios(restore).map(Object::toString)).isEqualTo(Optional.of("2.00 (1.00 to 3.00)"));
    }

    @Test
    void aFigureWithoutAFloorHasNoRatios() {
        Figure other = new Figure("restore", Map.of("layers", "7"), 1, Double.NaN);
        assertThat(new Rounds(List.of(List.of(other))).ratios(other)).isEmpty();
    }
}
