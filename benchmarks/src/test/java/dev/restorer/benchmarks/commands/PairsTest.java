package dev.restorer.benchmarks.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairsTest {

    private final List<String> order = new ArrayList<>();

    private Contestant contestant(String name, Double... seconds) {
        Iterator<Double> next = List.of(seconds).iterator();
        return () -> {
            order.add(name);
            return new Sample(next.next(), 0.5);
        };
    }

    @Test
    void whichOfTheTwoIsFirstAlternates() throws Exception {
        Pairs.run(3, contestant("floor", 1.0, 1.0, 1.0), contestant("restore", 1.0, 1.0, 1.0));
        assertThat(order).containsExactly("floor", "restore", "restore", "floor", "floor", "restore");
    }

    @Test
    void theRatioIsTheMedianOfTheRatiosOfThePairs() throws Exception {
        Pairs.Outcome outcome = Pairs.run(3, contestant("floor", 1.0, 2.0, 4.0), contestant("restore", 3.0, 4.0, 4.0));
        assertThat(outcome.ratios).hasToString("2.00 (1.00 to 3.00)");
        assertThat(outcome.floorSeconds.median()).isEqualTo(2);
        assertThat(outcome.seconds.median()).isEqualTo(4);
        assertThat(outcome.cpuSeconds.median()).isEqualTo(0.5);
    }
}
