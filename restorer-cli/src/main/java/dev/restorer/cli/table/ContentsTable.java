package dev.restorer.cli.table;

import dev.restorer.api.ContentsDecision;
import dev.restorer.api.RestorePlan;
import java.util.function.Consumer;

/** Prints the decisions about the contents of cached layers, and the reasons. */
public final class ContentsTable {

    private ContentsTable() {}

    /**
     * Prints a row for each cached layer, and two lines about SBOM files.
     *
     * @param plan the plan
     * @param launchSbom where the SBOM files of launch layers are
     * @param to receives the lines
     */
    public static void print(RestorePlan plan, LaunchSbom launchSbom, Consumer<String> to) {
        if (plan.contents().findAny().isPresent()) {
            table(plan).print(to);
        } else {
            to.accept("No metadata of a cached layer is restored, so no contents are.");
        }
        to.accept("");
        SbomLines.of(plan, launchSbom).forEach(to);
    }

    private static Table table(RestorePlan plan) {
        Table table = new Table("Buildpack", "Layer", "Contents", "Why");
        plan.contents().forEach(decision -> table.row(cells(decision)));
        return table;
    }

    private static String[] cells(ContentsDecision decision) {
        return new String[] {
            DisplayName.of(decision.id().buildpackId()),
            DisplayName.of(decision.id().layer()),
            decision.restored() ? "restored" : "removed",
            decision.reason().description()
        };
    }
}
