package dev.restorer.cli.table;

import dev.restorer.api.BuildpackPlan;
import dev.restorer.api.Reason;
import dev.restorer.api.RestorePlan;
import java.util.List;

/** Says for each buildpack whether its {@code store.toml} is restored. */
public final class StoreLines {

    private StoreLines() {}

    /**
     * Returns the lines.
     *
     * @param plan the plan
     * @return a line for each buildpack
     */
    public static List<String> of(RestorePlan plan) {
        return plan.buildpacks().stream().map(StoreLines::line).toList();
    }

    private static String line(BuildpackPlan buildpack) {
        String subject = "store.toml of " + DisplayName.of(buildpack.buildpack().id()) + ": ";
        if (buildpack.store() != null) {
            return subject + "restored from app image";
        }
        return subject
                + (buildpack.directory() == null
                        ? "not restored, " + Reason.UNSAFE_BUILDPACK_ID.description()
                        : "not restored, the app metadata has none");
    }
}
