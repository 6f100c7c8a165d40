package dev.restorer.benchmarks.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeriesTest {

    private static Series of(double... values) {
        Series series = new Series();
        for (double value : values) {
            series.add(value);
        }
        return series;
    }

    @Test
    void theMedianOfAnOddNumberIsTheOneInTheMiddle() {
        assertThat(of(3, 1, 9).median()).isEqualTo(3);
    }

    @Test
    void theMedianOfAnEvenNumberIsTheMeanOfTheTwoInTheMiddle() {
        assertThat(of(4, 1, 9, 2).median()).isEqualTo(3);
    }

    @Test
    void theSpreadIsShownBesideTheMedian() {
        assertThat(of(3, 1, 9)).hasToString("3.00 (1.00 to 9.00)");
    }
}
