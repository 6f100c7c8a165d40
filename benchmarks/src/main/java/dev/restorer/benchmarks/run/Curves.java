package dev.restorer.benchmarks.run;

import dev.restorer.benchmarks.data.LogChart;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Draws the cost of a layer against the number of layers. */
final class Curves {

    private Curves() {}

    /** Writes {@code cost-by-size.svg} and {@code cost-by-size.png}. */
    static void draw(Path directory, List<Figure> figures) throws IOException {
        LogChart chart = new LogChart(
                "Cost of a layer by the number of layers", "layers", "microseconds a layer", curves(figures));
        Path file = directory.resolve("cost-by-size");
        chart.writePng(file);
        chart.writeSvg(file);
    }

    /** Returns the cost of a layer by the number of layers, for benchmarks with several numbers. */
    static Map<String, Map<Integer, Double>> curves(List<Figure> figures) {
        Map<String, Map<Integer, Double>> curves = new TreeMap<>();
        for (Figure figure : figures) {
            String layers = figure.parameters().get("layers");
            if (layers != null) {
                int count = Integer.parseInt(layers);
                curves.computeIfAbsent(name(figure), name -> new TreeMap<>()).put(count, figure.microseconds() / count);
            }
        }
        curves.values().removeIf(points -> points.size() < 2);
        return curves;
    }

    private static String name(Figure figure) {
        StringBuilder name = new StringBuilder(figure.benchmark());
        new TreeMap<>(figure.parameters()).forEach((parameter, value) -> {
            if (!parameter.equals("layers")) {
                name.append(' ').append(value);
            }
        });
        return name.toString();
    }
}
