package dev.restorer.cli.table;

import dev.restorer.api.BuildpackPlan;
import dev.restorer.api.LayerDecision;
import dev.restorer.api.Reason;
import dev.restorer.api.RestorePlan;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Shows what would be restored, and why. */
public final class PlanTable {

    private PlanTable() {}

    /**
     * Gives a row a layer of each buildpack, then a line a buildpack about its store.
     *
     * @param plan what would be done
     * @param to takes the lines
     */
    public static void print(RestorePlan plan, Consumer<String> to) {
        if (plan.decisions().findAny().isPresent()) {
            table(plan).print(to);
        } else {
            to.accept("Neither the app image nor the cache knows a layer of the buildpacks in the group.");
        }
        if (!plan.buildpacks().isEmpty()) {
            to.accept("");
        }
        plan.buildpacks().forEach(buildpack -> to.accept(store(buildpack)));
    }

    private static Table table(RestorePlan plan) {
        Table table = new Table("Buildpack", "Layer", "App image", "Cache", "Restored", "From", "Why");
        for (BuildpackPlan buildpack : plan.buildpacks()) {
            String id = Shown.name(buildpack.buildpack().id());
            byLayer(buildpack).forEach((layer, decisions) -> {
                LayerRow row = LayerRow.of(decisions);
                table.row(
                        id, Shown.name(layer), row.appTypes(), row.cacheTypes(), row.restored(), row.from(), row.why());
            });
        }
        return table;
    }

    /** A plan tells of a layer twice where both the app image and the cache have it. */
    private static Map<String, List<LayerDecision>> byLayer(BuildpackPlan buildpack) {
        return buildpack.decisions().stream()
                .collect(Collectors.groupingBy(decision -> decision.id().layer(), TreeMap::new, Collectors.toList()));
    }

    private static String store(BuildpackPlan buildpack) {
        String subject = "store.toml of " + Shown.name(buildpack.buildpack().id()) + ": ";
        if (buildpack.store() != null) {
            return subject + "restored from app image";
        }
        return subject
                + (buildpack.directory() == null
                        ? "not restored, " + Reason.UNSAFE_BUILDPACK_ID.description()
                        : "not restored, the app metadata has none");
    }
}
