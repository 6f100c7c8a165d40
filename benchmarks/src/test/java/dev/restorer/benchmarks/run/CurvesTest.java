package dev.restorer.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurvesTest {

    @Test
    void aCurveIsDrawnAsSvgAndPng(@TempDir Path directory) throws Exception {
        Curves.draw(directory, List.of(figure("10", 100), figure("100", 900)));
        assertThat(directory.resolve("cost-by-size.svg")).content().contains("<svg");
        assertThat(ImageIO.read(directory.resolve("cost-by-size.png").toFile()).getWidth())
                .isEqualTo(900);
    }

    @Test
    void aCurveHasTheCostOfALayerByTheirNumber() {
        assertThat(Curves.curves(List.of(figure("10", 100), figure("100", 900))))
                .containsOnly(Map.entry("restore memory", Map.of(10, 10.0, 100, 9.0)));
    }

    @Test
    void aFigureOfOneSizeIsNoCurve() {
        assertThat(Curves.curves(List.of(figure("10", 100)))).isEmpty();
    }

    private static Figure figure(String layers, double microseconds) {
        return new Figure("restore", Map.of("layers", layers, "store", "memory"), microseconds, 0);
    }
}
