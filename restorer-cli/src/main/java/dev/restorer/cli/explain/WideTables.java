package dev.restorer.cli.explain;

import dev.restorer.cli.table.ContentsTable;
import dev.restorer.cli.table.ImageLines;
import dev.restorer.cli.table.PlanTable;
import java.util.function.Consumer;

/** Prints a plan as a table about metadata and one about contents, whose lines may be wider than a terminal. */
public final class WideTables {

    private WideTables() {}

    /**
     * Prints the tables, and after them the sums and a legend.
     *
     * @param explanation the plan
     * @param to receives the lines
     */
    public static void print(Explanation explanation, Consumer<String> to) {
        ImageLines.print(explanation.images(), to);
        PlanTable.print(explanation.plan(), to);
        if (explanation.contents()) {
            to.accept("");
            ContentsTable.print(explanation.plan(), explanation.launchSbom(), to);
            to.accept("");
            to.accept(ExistingLayers.of(explanation));
        }
        // After all that was there before, since programs read the lines above.
        to.accept("");
        to.accept(Sums.of(explanation));
        to.accept(Legend.ofWide(explanation));
    }
}
