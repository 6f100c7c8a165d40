package dev.restorer.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FloorsTest {

    private static Figure figure(String benchmark, String layers, double microseconds) {
        return new Figure(benchmark, Map.of("layers", layers), microseconds, Double.NaN);
    }

    private static final Figure RAW_10 = figure("rawWrite", "10", 100);
    private static final Figure RAW_100 = figure("rawWrite", "100", 1_000);

    @Test
    void aFigureIsComparedWithTheRawCostOfAsManyLayers() {
        Figure restore = figure("restore", "100", 1_500);
        assertThat(new Floors(List.of(RAW_10, RAW_100, restore)).ratio(restore)).contains(1.5);
    }

    @Test
    void aFloorIsItsOwnFloor() {
        assertThat(new Floors(List.of(RAW_10, RAW_100)).ratio(RAW_100)).contains(1.0);
    }

    @Test
    void aFigureWhoseFloorWasNotMeasuredHasNoRatio() {
        Figure restore = figure("restore", "1000", 1_500);
        assertThat(new Floors(List.of(RAW_10, restore)).ratio(restore)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"command", "commandFromAnalyzed"})
    void theStartOfTheCommandIsComparedWithThatOfAJvm(String benchmark) {
        Figure hello = figure("hello", "20", 30_000);
        Figure command = figure(benchmark, "20", 120_000);
        assertThat(new Floors(List.of(hello, command)).ratio(command)).contains(4.0);
    }

    @Test
    void aLargeRunOfTheCommandIsComparedWithTheRawCost() {
        Figure command = figure("command", "100", 3_000);
        assertThat(new Floors(List.of(RAW_100, command)).ratio(command)).contains(3.0);
    }

    @Test
    void contentsAreComparedWithTheRawCostOfTheSameContents() {
        Figure raw = new Figure("rawContents", Map.of("files", "5", "fileBytes", "7"), 10, Double.NaN);
        Figure contents = new Figure("contents", Map.of("files", "5", "fileBytes", "7"), 30, Double.NaN);
        assertThat(new Floors(List.of(raw, contents)).ratio(contents)).contains(3.0);
    }
}
