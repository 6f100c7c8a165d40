package dev.restorer.cli.explain;

import dev.restorer.api.BuildpackPlan;
import dev.restorer.cli.table.DisplayName;
import dev.restorer.cli.table.ImageLines;
import dev.restorer.cli.table.SbomLines;
import dev.restorer.cli.table.StoreLines;
import dev.restorer.cli.text.Style;
import dev.restorer.cli.text.Wrapped;
import java.util.List;
import java.util.function.Consumer;

/** Prints a plan as one table with all decisions about each layer, which is not wider than the terminal. */
public final class FullTable {

    private static final String CONTINUATION = "    ";

    private final Explanation explanation;
    private final int width;
    private final Style style;
    private final Consumer<String> to;

    private FullTable(Explanation explanation, int width, Style style, Consumer<String> to) {
        this.explanation = explanation;
        this.width = width;
        this.style = style;
        this.to = to;
    }

    /**
     * Prints the table, the lines about files of buildpacks, and the sums.
     *
     * @param explanation the plan
     * @param width the columns of the terminal
     * @param style the style of the terminal
     * @param to receives the lines
     */
    public static void print(Explanation explanation, int width, Style style, Consumer<String> to) {
        new FullTable(explanation, width, style, to).print();
    }

    private void print() {
        ImageLines.print(explanation.images(), this::text);
        if (explanation.plan().decisions().findAny().isPresent()) {
            table();
        } else {
            text(NoLayers.text(explanation));
        }
        to.accept("");
        StoreLines.of(explanation.plan()).forEach(this::text);
        if (explanation.contents()) {
            SbomLines.of(explanation.plan(), explanation.launchSbom()).forEach(this::text);
            text(ExistingLayers.of(explanation));
        }
        to.accept("");
        text(Sums.of(explanation));
    }

    private void table() {
        List<ExplainedLayer> all = explanation.plan().buildpacks().stream()
                .flatMap(buildpack -> layers(buildpack).stream())
                .toList();
        LayerLines lines = new LayerLines(all, explanation.contents(), width, style);
        lines.headings().forEach(to);
        for (BuildpackPlan plan : explanation.plan().buildpacks()) {
            List<ExplainedLayer> layers = layers(plan);
            if (!layers.isEmpty()) {
                Wrapped.paragraph(DisplayName.of(plan.buildpack()), width, "", CONTINUATION).stream()
                        .map(style::heading)
                        .forEach(to);
                layers.forEach(layer -> lines.of(layer).forEach(to));
            }
        }
        to.accept("");
        text("b: build, l: launch, c: cache, -: not of that type, absent: not listed"
                + (explanation.contents()
                        ? "; removed: with the metadata; kept: the contents remain in the app image"
                        : "")
                + ".");
    }

    private List<ExplainedLayer> layers(BuildpackPlan plan) {
        return ExplainedLayer.of(plan, explanation.contents());
    }

    private void text(String line) {
        Wrapped.paragraph(line, width, "", CONTINUATION).forEach(to);
    }
}
