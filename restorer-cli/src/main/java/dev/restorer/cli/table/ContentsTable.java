package dev.restorer.cli.table;

import dev.restorer.api.ContentsDecision;
import dev.restorer.api.RestorePlan;
import java.util.function.Consumer;

/** Shows what would become of the contents of cached layers, and why. */
public final class ContentsTable {

    private ContentsTable() {}

    /**
     * Gives a row a cached layer, then a line about the SBOM.
     *
     * @param plan what would be done
     * @param to takes the lines
     */
    public static void print(RestorePlan plan, Consumer<String> to) {
        if (plan.contents().findAny().isPresent()) {
            table(plan).print(to);
        } else {
            to.accept("No metadata of a cached layer is restored, and so no contents.");
        }
        to.accept("");
        to.accept(
                plan.sbomDiffId() == null
                        ? "SBOM files: not restored, the cache has none for this Platform API"
                        : "SBOM files: restored from cache for the layers whose contents are");
    }

    private static Table table(RestorePlan plan) {
        Table table = new Table("Buildpack", "Layer", "Contents", "Why");
        plan.contents().forEach(decision -> table.row(cells(decision)));
        return table;
    }

    private static String[] cells(ContentsDecision decision) {
        return new String[] {
            Shown.name(decision.id().buildpackId()),
            Shown.name(decision.id().layer()),
            decision.restored() ? "restored" : "removed",
            decision.reason().words()
        };
    }
}
