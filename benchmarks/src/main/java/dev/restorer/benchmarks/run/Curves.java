package dev.restorer.benchmarks.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;

/** Draws the cost of a layer against the number of layers. */
final class Curves {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 560;

    private Curves() {}

    /** Writes {@code cost-by-size.svg} and {@code cost-by-size.png}. */
    static void draw(Path directory, List<Figure> figures) throws IOException {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title("Cost of a layer by the number of layers")
                .xAxisTitle("layers")
                .yAxisTitle("microseconds a layer")
                .build();
        chart.getStyler().setXAxisLogarithmic(true).setYAxisLogarithmic(true);
        curves(figures)
                .forEach((name, points) ->
                        chart.addSeries(name, List.copyOf(points.keySet()), List.copyOf(points.values())));
        String file = directory.resolve("cost-by-size").toString();
        BitmapEncoder.saveBitmap(chart, file, BitmapFormat.PNG);
        VectorGraphicsEncoder.saveVectorGraphic(chart, file, VectorGraphicsFormat.SVG);
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
