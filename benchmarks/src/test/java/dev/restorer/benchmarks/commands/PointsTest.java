package dev.restorer.benchmarks.commands;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointsTest {

    @ParameterizedTest
    @CsvSource({"BYTES, 2, 10, 200", "FILES, 2, 1000, 2000", "LAYERS, 2, 100, 20000", "BUILDS, 0.05, 32, 50"})
    void theCostIsThatOfOne(Points points, double seconds, int value, double cost) {
        assertThat(points.cost(seconds, value)).isEqualTo(cost);
    }

    @Test
    void theCacheHasAsMuchAsTheValueSays() {
        assertThat(Points.BYTES.volume(10).bytes()).isEqualTo(10_000_000);
        assertThat(Points.FILES.volume(100).files()).isEqualTo(100);
        assertThat(Points.LAYERS.volume(7).layers()).hasSize(7);
        assertThat(Points.BUILDS.volume(32).layers()).hasSize(200);
    }
}
