package dev.restorer.cli.table;

import dev.restorer.api.RestorePlan;
import java.util.List;

/** Says whether SBOM files are restored. */
public final class SbomLines {

    private SbomLines() {}

    /**
     * Returns the lines.
     *
     * @param plan the plan
     * @param launchSbom where the SBOM files of launch layers are
     * @return a line for cached layers and one for launch layers
     */
    public static List<String> of(RestorePlan plan, LaunchSbom launchSbom) {
        return List.of(cached(plan), launch(plan, launchSbom));
    }

    private static String cached(RestorePlan plan) {
        if (plan.sbomDiffId() != null) {
            return "SBOM files of cached layers: restored from the cache";
        }
        return "SBOM files of cached layers: "
                + (plan.launchSbom() ? "restored if an earlier build left any" : "not restored, " + why(plan));
    }

    private static String launch(RestorePlan plan, LaunchSbom launchSbom) {
        return "SBOM files of launch layers: "
                + (plan.launchSbom() ? launchSbom.description() : "not restored, " + why(plan));
    }

    private static String why(RestorePlan plan) {
        return plan.skipLayers() ? "layers are skipped" : "they are from Platform API 0.8 on";
    }
}
