package dev.restorer.benchmarks.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;

/** A chart of curves with logarithmic axes. */
public final class LogChart {

    private static final Pattern FURTHER_DIGITS = Pattern.compile("([0-9][.][0-9])[0-9]+");

    private static final int WIDTH = 900;
    private static final int HEIGHT = 560;

    private final XYChart chart;

    /**
     * Draws the curves.
     *
     * @param title what the chart shows
     * @param x the title of the horizontal axis
     * @param y the title of the vertical axis
     * @param curves the points of each curve, by its name
     */
    public LogChart(String title, String x, String y, Map<String, ? extends Map<Integer, Double>> curves) {
        chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle(x)
                .yAxisTitle(y)
                .build();
        chart.getStyler().setXAxisLogarithmic(true).setYAxisLogarithmic(true);
        curves.forEach(
                (name, points) -> chart.addSeries(name, List.copyOf(points.keySet()), List.copyOf(points.values())));
    }

    /**
     * Writes it as SVG.
     *
     * @param file the file without its ending
     * @throws IOException if it cannot be written
     */
    public void writeSvg(Path file) throws IOException {
        VectorGraphicsEncoder.saveVectorGraphic(chart, file.toString(), VectorGraphicsFormat.SVG);
        // Letters are outlines with many digits, of which a tenth of a pixel is enough.
        Path svg = Path.of(file + ".svg");
        Files.writeString(svg, FURTHER_DIGITS.matcher(Files.readString(svg)).replaceAll("$1"));
    }

    /**
     * Writes it as PNG.
     *
     * @param file the file without its ending
     * @throws IOException if it cannot be written
     */
    public void writePng(Path file) throws IOException {
        BitmapEncoder.saveBitmap(chart, file.toString(), BitmapFormat.PNG);
    }
}
