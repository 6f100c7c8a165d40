package dev.restorer.cli.table;

import dev.restorer.api.BuildpackPlan;
import dev.restorer.api.RestorePlan;
import java.util.function.Consumer;

/** Prints the decisions about metadata, and the reasons. */
public final class PlanTable {

    private PlanTable() {}

    /**
     * Prints a row for each layer of each buildpack, and a line for each buildpack about its store.
     *
     * @param plan the plan
     * @param to receives the lines
     */
    public static void print(RestorePlan plan, Consumer<String> to) {
        if (plan.decisions().findAny().isPresent()) {
            table(plan).print(to);
        } else {
            to.accept("Neither the app image nor the cache lists a layer of the buildpacks in the group.");
        }
        if (!plan.buildpacks().isEmpty()) {
            to.accept("");
        }
        StoreLines.of(plan).forEach(to);
    }

    private static Table table(RestorePlan plan) {
        Table table = new Table("Buildpack", "Layer", "App image", "Cache", "Restored", "From", "Why");
        for (BuildpackPlan buildpack : plan.buildpacks()) {
            String id = DisplayName.of(buildpack.buildpack().id());
            LayerDecisions.byLayer(buildpack)
                    .forEach((layer, decisions) -> table.row(
                            id,
                            DisplayName.of(layer),
                            DecisionText.types(decisions.app()),
                            DecisionText.types(decisions.cache()),
                            decisions.isRestored() ? "yes" : "no",
                            DecisionText.source(decisions.from()),
                            decisions.why()));
        }
        return table;
    }
}
