package dev.restorer.core.engine;

import dev.restorer.api.ApiVersion;
import dev.restorer.api.Buildpack;
import dev.restorer.api.BuildpackPlan;
import dev.restorer.api.BuildpackReport;
import dev.restorer.api.LayerDecision;
import dev.restorer.api.LayerOutcome;
import dev.restorer.api.RestorePlan;
import dev.restorer.core.layersdir.BuildpackFolder;
import dev.restorer.core.layersdir.LayersDirectory;
import dev.restorer.spi.ShaStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One restore of metadata: checks what stands in the way, then writes the stores, then the layers. */
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
        List<BuildpackReport> reports = new ArrayList<>();
        for (int i = 0; i < stores.size(); i++) {
            reports.add(restoreLayers(plan.buildpacks().get(i), stores.get(i), plan.skipLayers()));
        }
        return reports;
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

    private BuildpackReport restoreLayers(BuildpackPlan plan, @Nullable Path store, boolean skipLayers) {
        List<LayerOutcome> outcomes = new ArrayList<>(plan.decisions().size());
        Map<String, String> diffIds = new LinkedHashMap<>();
        boolean typesOnTop = typesOnTop(plan.buildpack());
        BuildpackFolder folder = null;
        try {
            for (LayerDecision decision : plan.decisions()) {
                if (!skipLayers) {
                    log.decided(decision);
                }
                String written = null;
                if (decision.restored()) {
                    folder = folder == null ? layers.make(Objects.requireNonNull(plan.folder())) : folder;
                    log.writing(decision.id());
                    written = folder.writeLayer(decision.id(), decision.metadata(), typesOnTop);
                    diffIds.put(decision.id().layer(), decision.metadata().diffId());
                }
                outcomes.add(new LayerOutcome(decision, written));
            }
        } finally {
            if (folder != null) {
                folder.close();
            }
        }
        if (!diffIds.isEmpty()) {
            shaStore.putAll(plan.buildpack().id(), diffIds);
        }
        return new BuildpackReport(plan.buildpack(), layers.path(plan.folder()), store, outcomes);
    }

    /** Up to Buildpack API 0.5 a layer's file has its types at the top level. */
    private static boolean typesOnTop(Buildpack buildpack) {
        return ApiVersion.parse(buildpack.api()).map(api -> !api.atLeast(0, 6)).orElse(false);
    }
}
