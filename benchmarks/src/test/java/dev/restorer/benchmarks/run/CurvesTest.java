package dev.restorer.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
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
    void aFigureOfOneSizeIsNoCurve(@TempDir Path directory) throws Exception {
        Path two = Files.createDirectory(directory.resolve("two"));
        Path one = Files.createDirectory(directory.resolve("one"));
        Curves.draw(two, List.of(figure("10", 100), figure("100", 900)));
        Curves.draw(one, List.of(figure("10", 100)));
        assertThat(Files.size(one.resolve("cost-by-size.svg"))).isLessThan(Files.size(two.resolve("cost-by-size.svg")));
    }

    private static Figure figure(String layers, double microseconds) {
        return new Figure("restore", Map.of("layers", layers, "store", "memory"), microseconds, 0);
    }
}
