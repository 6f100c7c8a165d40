package dev.restorer.cli.explain;

import dev.restorer.api.BuildpackPlan;
import dev.restorer.cli.table.DecisionText;
import dev.restorer.cli.table.DisplayName;
import dev.restorer.cli.table.ImageLines;
import dev.restorer.cli.table.SbomLines;
import dev.restorer.cli.table.StoreLines;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Prints a plan as a table in Markdown. */
public final class MarkdownTable {

    private MarkdownTable() {}

    /**
     * Prints the table, a list of what else is restored, the sums, and a legend.
     *
     * @param explanation the plan
     * @param to receives the lines
     */
    public static void print(Explanation explanation, Consumer<String> to) {
        ImageLines.print(explanation.images(), line -> to.accept(line.isEmpty() ? "" : item(line)));
        boolean contents = explanation.contents();
        String[] headings = cells(contents, "Buildpack", "Layer", "App image", "Cache", "Metadata", "Contents", "Why");
        to.accept(Markdown.row(headings));
        to.accept("|" + " --- |".repeat(headings.length));
        for (BuildpackPlan plan : explanation.plan().buildpacks()) {
            String id = DisplayName.of(plan.buildpack().id());
            for (ExplainedLayer layer : ExplainedLayer.of(plan, contents)) {
                to.accept(Markdown.row(cells(
                        contents,
                        id,
                        DisplayName.of(layer.name()),
                        DecisionText.types(layer.metadata().app()),
                        DecisionText.types(layer.metadata().cache()),
                        DecisionText.source(layer.metadata().from()),
                        layer.outcome().word(),
                        layer.why())));
            }
        }
        to.accept("");
        if (explanation.plan().decisions().findAny().isEmpty()) {
            to.accept(item(NoLayers.text(explanation)));
        }
        StoreLines.of(explanation.plan()).forEach(line -> to.accept(item(line)));
        if (contents) {
            SbomLines.of(explanation.plan(), explanation.launchSbom()).forEach(line -> to.accept(item(line)));
        }
        to.accept("");
        to.accept(Markdown.escape(Sums.of(explanation)));
        to.accept("");
        to.accept(Markdown.escape(Legend.of(explanation)));
    }

    private static String item(String line) {
        return "- " + Markdown.escape(line);
    }

    /** Leaves out the column for contents if there is none. */
    private static String[] cells(boolean contents, String... all) {
        if (contents) {
            return all;
        }
        List<String> cells = new ArrayList<>(Arrays.asList(all));
        cells.remove(all.length - 2);
        return cells.toArray(String[]::new);
    }
}
