package dev.restorer.benchmarks.run;

import dev.restorer.benchmarks.data.Series;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The figures of several rounds of the same benchmarks: each ratio is one of a figure and the floor of its round. */
final class Rounds {

    private final Map<String, List<Figure>> figures = new LinkedHashMap<>();
    private final Map<String, Series> ratios = new LinkedHashMap<>();

    Rounds(List<List<Figure>> rounds) {
        for (List<Figure> round : rounds) {
            Floors floors = new Floors(round);
            for (Figure figure : round) {
                figures.computeIfAbsent(figure.key(), key -> new ArrayList<>()).add(figure);
                floors.ratio(figure)
                        .ifPresent(ratio -> ratios.computeIfAbsent(figure.key(), key -> new Series())
                                .add(ratio));
            }
        }
    }

    /** Returns each figure once, with the median of its times. */
    List<Figure> medians() {
        return figures.values().stream().map(Rounds::median).toList();
    }

    private static Figure median(List<Figure> same) {
        Series times = new Series();
        same.forEach(figure -> times.add(figure.microseconds()));
        Figure first = same.get(0);
        return new Figure(first.benchmark(), first.parameters(), times.median(), first.error());
    }

    /** Returns the ratios of a figure, if its floor was measured. */
    Optional<Series> ratios(Figure figure) {
        return Optional.ofNullable(ratios.get(figure.key()));
    }
}
