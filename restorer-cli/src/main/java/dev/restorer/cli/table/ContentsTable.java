package dev.restorer.cli.table;

import dev.restorer.api.ContentsDecision;
import dev.restorer.api.RestorePlan;
import java.util.function.Consumer;

/** Prints the decisions about the contents of cached layers, and the reasons. */
public final class ContentsTable {

    /** Where the SBOM files of launch layers are. */
    public enum LaunchSbom {
        /** The analyzer may have left some in the layers directory. */
        OF_ANALYZER("restored if the analyzer left any"),
        /** The previous image has some. */
        OF_PREVIOUS_IMAGE("restored from the previous image"),
        /** The previous image has none. */
        NONE("not restored, the previous image has none");

        private final String description;

        LaunchSbom(String description) {
            this.description = description;
        }
    }

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
        to.accept(cacheSbom(plan));
        to.accept(launchSbom(plan, launchSbom));
    }

    private static String cacheSbom(RestorePlan plan) {
        if (plan.sbomDiffId() != null) {
            return "SBOM files of cached layers: restored from the cache";
        }
        return "SBOM files of cached layers: not restored, " + (plan.launchSbom() ? "the cache has none" : why(plan));
    }

    private static String launchSbom(RestorePlan plan, LaunchSbom launchSbom) {
        return "SBOM files of launch layers: "
                + (plan.launchSbom() ? launchSbom.description : "not restored, " + why(plan));
    }

    private static String why(RestorePlan plan) {
        return plan.skipLayers() ? "layers are skipped" : "they are from Platform API 0.8 on";
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
