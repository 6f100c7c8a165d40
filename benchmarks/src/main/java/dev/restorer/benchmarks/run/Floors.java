package dev.restorer.benchmarks.run;

import java.util.List;
import java.util.Optional;

/**
 * The floors of figures: the cost of writing as many layers, or as many contents; for a start of the command, the start
 * of a JVM.
 *
 * @param figures all figures of one run
 */
record Floors(List<Figure> figures) {

    private static final String LAYERS = "layers";

    /** Returns the floor of a figure, if the run measured it. */
    Optional<Figure> of(Figure figure) {
        return switch (figure.benchmark()) {
            case "contents" -> find("rawContents", figure, "files");
            case "atOnce" -> find("inTurn", figure, LAYERS);
            case "command", "commandFromAnalyzed" ->
                figure.has(LAYERS, "20") ? find("hello", figure, LAYERS) : find("rawWrite", figure, LAYERS);
            case "rawWrite", "rawContents", "inTurn", "hello" -> Optional.of(figure);
            default -> find("rawWrite", figure, LAYERS);
        };
    }

    private Optional<Figure> find(String floor, Figure figure, String parameter) {
        String value = figure.parameters().getOrDefault(parameter, "");
        return figures.stream()
                .filter(each -> each.benchmark().equals(floor) && each.has(parameter, value))
                .findFirst();
    }

    /** Returns the ratio of a figure to its floor. */
    Optional<Double> ratio(Figure figure) {
        return of(figure).map(floor -> figure.microseconds() / floor.microseconds());
    }
}
