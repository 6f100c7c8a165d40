package dev.restorer.cli.diff;

import dev.restorer.cli.diff.LayerChange.Kind;
import dev.restorer.cli.table.DisplayName;
import dev.restorer.cli.text.Style;
import dev.restorer.cli.text.Wrapped;
import java.util.List;
import java.util.function.Consumer;

/** Prints the differences of two reports. */
public final class DiffText {

    private static final String LAYER = "  ";
    private static final String DETAIL = "    ";
    private static final String CONTINUATION = "      ";

    private final ReportDiff diff;
    private final int width;
    private final Style style;
    private final Consumer<String> to;

    private DiffText(ReportDiff diff, int width, Style style, Consumer<String> to) {
        this.diff = diff;
        this.width = width;
        this.style = style;
        this.to = to;
    }

    /**
     * Prints the layers that are no longer used first, since that is the most common question.
     *
     * @param diff the differences
     * @param width the columns of the terminal
     * @param style the style of the terminal
     * @param to receives the lines
     */
    public static void print(ReportDiff diff, int width, Style style, Consumer<String> to) {
        new DiffText(diff, width, style, to).print();
    }

    private void print() {
        if (!diff.build().isEmpty()) {
            to.accept(style.heading("The build"));
            diff.build()
                    .forEach(line ->
                            Wrapped.paragraph(line, width, LAYER, CONTINUATION).forEach(to));
            to.accept("");
        }
        for (Kind kind : List.of(Kind.NO_LONGER_USED, Kind.NOW_USED, Kind.CHANGED, Kind.NEVER_USED)) {
            List<LayerChange> layers = diff.layers(kind);
            if (!layers.isEmpty()) {
                to.accept(style.heading(kind.title()));
                layers.forEach(this::layer);
                to.accept("");
            }
        }
        Wrapped.paragraph(sums(), width, "", LAYER).forEach(to);
    }

    private void layer(LayerChange change) {
        String name = DisplayName.of(change.id().buildpackId()) + ":"
                + DisplayName.of(change.id().layer());
        Wrapped.paragraph(name, width, LAYER, CONTINUATION).stream()
                .map(line -> colored(change.kind(), line))
                .forEach(to);
        if (change.old().equals(change.now())) {
            detail("both: " + change.now());
        } else {
            detail("new: " + change.now());
            detail("old: " + change.old());
        }
        change.facts().forEach(this::detail);
    }

    private void detail(String text) {
        Wrapped.paragraph(text, width, DETAIL, CONTINUATION).forEach(to);
    }

    private String colored(Kind kind, String line) {
        return switch (kind) {
            case NO_LONGER_USED -> style.bad(line);
            case NOW_USED -> style.good(line);
            case CHANGED -> style.noted(line);
            case NEVER_USED, SAME -> line;
        };
    }

    private String sums() {
        int all = diff.layers().size();
        return all + (all == 1 ? " layer: " : " layers: ") + count(Kind.NO_LONGER_USED) + " no longer used, "
                + count(Kind.NOW_USED) + " used now, " + count(Kind.CHANGED) + " changed, " + count(Kind.NEVER_USED)
                + " in neither, " + count(Kind.SAME) + " the same.";
    }

    private int count(Kind kind) {
        return diff.layers(kind).size();
    }
}
