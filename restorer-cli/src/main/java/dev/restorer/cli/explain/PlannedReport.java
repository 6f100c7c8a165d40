package dev.restorer.cli.explain;

import dev.restorer.ReportFormat;
import dev.restorer.api.BuildpackPlan;
import dev.restorer.api.BuildpackReport;
import dev.restorer.api.ContentsDecision;
import dev.restorer.api.ContentsOutcome;
import dev.restorer.api.LayerDecision;
import dev.restorer.api.LayerId;
import dev.restorer.api.LayerOutcome;
import dev.restorer.api.RemovalKind;
import dev.restorer.api.RestorePlan;
import dev.restorer.api.RestoreReport;
import dev.restorer.api.SbomOutcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The report of a restore that does what is planned, as far as that is known before. */
public final class PlannedReport {

    private PlannedReport() {}

    /**
     * Returns the report as JSON.
     *
     * @param explanation the plan
     * @param format the format of reports
     * @return one line
     */
    public static String json(Explanation explanation, ReportFormat format) {
        return format.toJson(explanation.images().addTo(of(explanation)));
    }

    private static RestoreReport of(Explanation explanation) {
        RestorePlan plan = explanation.plan();
        Path layers = explanation.layersDirectory();
        boolean contents = explanation.contents();
        return new RestoreReport(
                layers,
                plan.buildpacks().stream()
                        .map(buildpack -> buildpack(buildpack, layers, contents))
                        .toList(),
                contents ? sbom(plan) : null,
                List.of());
    }

    private static BuildpackReport buildpack(BuildpackPlan plan, Path layers, boolean contents) {
        Set<LayerId> removed = plan.contents().stream()
                .filter(decision -> contents && !decision.restored())
                .map(ContentsDecision::id)
                .collect(Collectors.toSet());
        Path directory = plan.directory() == null ? null : layers.resolve(plan.directory());
        return new BuildpackReport(
                plan.buildpack(),
                directory,
                directory == null || plan.store() == null ? null : directory.resolve("store.toml"),
                plan.decisions().stream()
                        .map(decision -> new LayerOutcome(decision, written(decision, removed)))
                        .toList(),
                contents ? plan.contents().stream().map(PlannedReport::contents).toList() : List.of());
    }

    /** Returns the name of the file that would be written and not removed with the contents. */
    private static @Nullable String written(LayerDecision decision, Set<LayerId> removed) {
        return decision.restored() && !removed.contains(decision.id())
                ? decision.id().layer() + ".toml"
                : null;
    }

    /** Nothing has been restored yet, so the sizes and times are zero. */
    private static ContentsOutcome contents(ContentsDecision decision) {
        return decision.restored()
                ? new ContentsOutcome.Restored(decision, 0, 0, Duration.ZERO)
                : new ContentsOutcome.Removed(
                        decision, RemovalKind.DECIDED, decision.reason().description());
    }

    private static @Nullable SbomOutcome sbom(RestorePlan plan) {
        return plan.sbomDiffId() == null ? null : new SbomOutcome.Restored(plan.sbomDiffId(), List.of());
    }
}
