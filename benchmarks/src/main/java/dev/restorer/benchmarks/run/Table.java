package dev.restorer.benchmarks.run;

import dev.restorer.benchmarks.data.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Formats the figures of a run as lines of text. */
final class Table {

    private Table() {}

    static List<String> lines(Rounds rounds, Map<String, Double> earlier) {
        List<Figure> figures = rounds.medians();
        int width =
                figures.stream().mapToInt(figure -> figure.key().length()).max().orElse(0);
        List<String> lines = new ArrayList<>();
        for (Figure figure : figures) {
            lines.add(pad(figure.key(), width)
                    + String.format(Locale.ROOT, "  %12.1f µs", figure.microseconds())
                    + rounds.ratios(figure).map(Table::spread).orElse("")
                    + ratio(Optional.ofNullable(earlier.get(figure.key())), "  (%.3f before)"));
        }
        return lines;
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    private static String spread(Series ratios) {
        return String.format(
                Locale.ROOT,
                "  %8.3f times its floor (%.3f to %.3f)",
                ratios.median(),
                ratios.least(),
                ratios.greatest());
    }

    private static String ratio(Optional<Double> ratio, String format) {
        return ratio.map(value -> String.format(Locale.ROOT, format, value)).orElse("");
    }
}
