package dev.restorer.benchmarks.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Formats the figures of a run as lines of text. */
final class Table {

    private Table() {}

    static List<String> lines(List<Figure> figures, Map<String, Double> earlier) {
        Floors floors = new Floors(figures);
        int width =
                figures.stream().mapToInt(figure -> figure.key().length()).max().orElse(0);
        List<String> lines = new ArrayList<>();
        for (Figure figure : figures) {
            lines.add(pad(figure.key(), width)
                    + String.format(Locale.ROOT, "  %12.1f µs", figure.microseconds())
                    + ratio(floors.ratio(figure), "  %8.3f times its floor")
                    + ratio(Optional.ofNullable(earlier.get(figure.key())), "  (%.3f before)"));
        }
        return lines;
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    private static String ratio(Optional<Double> ratio, String format) {
        return ratio.map(value -> String.format(Locale.ROOT, format, value)).orElse("");
    }
}
