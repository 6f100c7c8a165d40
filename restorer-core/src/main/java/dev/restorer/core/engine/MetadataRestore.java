package dev.restorer.core.engine;

import dev.restorer.api.BuildpackPlan;
import dev.restorer.api.BuildpackReport;
import dev.restorer.api.LayerDecision;
import dev.restorer.api.LayerOutcome;
import dev.restorer.api.RestorePlan;
import dev.restorer.core.layersdir.BuildpackFolder;
import dev.restorer.core.layersdir.LayerWriter;
import dev.restorer.core.layersdir.LayersDirectory;
import dev.restorer.spi.ShaStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import org.jspecify.annotations.Nullable;

/** One restore of metadata: checks what stands in the way, writes the stores, then the layers, several at once. */
final class MetadataRestore {

    private final LayersDirectory layers;
    private final ShaStore shaStore;
    private final DecisionLog log;

    MetadataRestore(LayersDirectory layers, ShaStore shaStore, DecisionLog log) {
        this.layers = layers;
        this.shaStore = shaStore;
        this.log = log;
    }

    List<BuildpackReport> carryOut(RestorePlan plan) {
        plan.buildpacks().forEach(buildpack -> requireNothingInTheWay(buildpack, plan.skipLayers()));
        List<@Nullable Path> stores = new ArrayList<>();
        plan.buildpacks().forEach(buildpack -> stores.add(restoreStore(buildpack)));
        if (plan.skipLayers()) {
            log.skipped();
        }
        List<MetadataWork> work = new ArrayList<>();
        for (BuildpackPlan buildpack : plan.buildpacks()) {
            if (!plan.skipLayers()) {
                log.decided(buildpack.decisions());
            }
            work.addAll(MetadataWork.of(layers, buildpack, shaStore));
        }
        new ParallelWork<>(work).run(atOnce(plan), ForkJoinPool.commonPool());
        List<BuildpackReport> reports = new ArrayList<>();
        for (int i = 0; i < stores.size(); i++) {
            reports.add(report(plan.buildpacks().get(i), stores.get(i)));
        }
        return reports;
    }

    /** Buildpacks that share a folder may write one file, and the last of them has to be the last. */
    private static int atOnce(RestorePlan plan) {
        Set<String> folders = new HashSet<>();
        boolean shared = plan.buildpacks().stream()
                .map(BuildpackPlan::folder)
                .anyMatch(folder -> folder != null && !folders.add(folder));
        return shared ? 1 : Runtime.getRuntime().availableProcessors();
    }

    /** Before anything is written, so that what fails here leaves everything as it was. */
    private void requireNothingInTheWay(BuildpackPlan buildpack, boolean skipLayers) {
        if (buildpack.folder() == null) {
            log.unsafeBuildpack(buildpack.buildpack().id());
            return;
        }
        layers.open(buildpack.folder()).ifPresent(folder -> {
            try (folder) {
                if (buildpack.store() == null && !skipLayers) {
                    folder.requireReadableStore();
                }
                folder.layers().removeHidden();
            }
        });
    }

    private @Nullable Path restoreStore(BuildpackPlan buildpack) {
        if (buildpack.folder() == null || buildpack.store() == null) {
            return null;
        }
        try (BuildpackFolder folder = layers.make(buildpack.folder())) {
            return folder.writeStore(buildpack.buildpack().id(), buildpack.store());
        }
    }

    private BuildpackReport report(BuildpackPlan plan, @Nullable Path store) {
        List<LayerOutcome> outcomes = new ArrayList<>(plan.decisions().size());
        for (LayerDecision decision : plan.decisions()) {
            String written =
                    decision.restored() ? LayerWriter.fileName(decision.id().layer()) : null;
            outcomes.add(new LayerOutcome(decision, written));
        }
        return new BuildpackReport(plan.buildpack(), layers.path(plan.folder()), store, outcomes, List.of());
    }
}
