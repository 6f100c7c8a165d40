package dev.restorer.core.decision;

import dev.restorer.api.ApiVersion;
import dev.restorer.api.Buildpack;
import dev.restorer.api.BuildpackMetadata;
import dev.restorer.api.BuildpackPlan;
import dev.restorer.api.LayerDecision;
import dev.restorer.api.LayerMetadata;
import dev.restorer.api.LayerTypes;
import dev.restorer.api.MetadataSource;
import dev.restorer.api.Reason;
import dev.restorer.api.RestorePlan;
import dev.restorer.api.RestoreRequest;
import dev.restorer.api.UnknownApiException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Creates the plan of a restore from the facts of a request. */
public final class Planner {

    private final NameRules names;

    /**
     * Creates a planner.
     *
     * @param names the rules for names
     */
    public Planner(NameRules names) {
        this.names = names;
    }

    /**
     * Creates the plan.
     *
     * @param request the facts
     * @return the plan, the same for the same facts
     * @throws UnknownApiException if the Platform API or that of a buildpack is not known
     */
    public RestorePlan plan(RestoreRequest request) {
        ApiVersion platform = ApiRules.require(request);
        boolean restoresCachedLaunch = ApiRules.restoresCachedLaunch(platform);
        MetadataById app = MetadataById.of(request.appMetadata().buildpacks());
        MetadataById cache = MetadataById.of(request.cacheMetadata().buildpacks());
        List<BuildpackPlan> buildpacks = new ArrayList<>(request.group().size());
        for (Buildpack buildpack : request.group()) {
            String id = buildpack.id();
            buildpacks.add(plan(buildpack, app.buildpack(id), cache.buildpack(id), request, restoresCachedLaunch));
        }
        return new RestorePlan(
                request.skipLayers(),
                buildpacks,
                ApiRules.sbomDiffId(request, platform),
                ApiRules.restoresSbom(request, platform));
    }

    private BuildpackPlan plan(
            Buildpack buildpack,
            BuildpackMetadata app,
            BuildpackMetadata cache,
            RestoreRequest request,
            boolean restoresCachedLaunch) {
        String id = buildpack.id();
        Map<String, LayerMetadata> cached = cache.layers();
        String directory = names.directory(id);
        LayerDecider decider = new LayerDecider(id, directory != null, request.skipLayers(), names);
        List<LayerDecision> decisions = new ArrayList<>(app.layers().size() + cached.size());
        for (String layer : sorted(app.layers())) {
            LayerMetadata recorded = recorded(app.layers(), layer);
            Reason reason = LayerRules.fromAppImage(recorded.types(), types(cached.get(layer)));
            decisions.add(decider.decide(layer, MetadataSource.APP_IMAGE, recorded, reason));
        }
        for (String layer : sorted(cached)) {
            LayerMetadata recorded = recorded(cached, layer);
            Reason reason =
                    LayerRules.fromCache(recorded.types(), app.layers().containsKey(layer), restoresCachedLaunch);
            decisions.add(decider.decide(layer, MetadataSource.CACHE, recorded, reason));
        }
        List<LayerDecision> settled = FileNameConflicts.exclude(decisions);
        return new BuildpackPlan(
                buildpack,
                directory,
                decider.isSafe() ? app.store() : null,
                settled,
                PlannedContents.of(buildpack, settled, app.layers().size(), cache));
    }

    private static @Nullable LayerTypes types(@Nullable LayerMetadata metadata) {
        return metadata == null ? null : metadata.types();
    }

    private static LayerMetadata recorded(Map<String, LayerMetadata> layers, String layer) {
        return Objects.requireNonNull(layers.get(layer));
    }

    private static String[] sorted(Map<String, LayerMetadata> layers) {
        String[] sorted = layers.keySet().toArray(String[]::new);
        Arrays.sort(sorted);
        return sorted;
    }
}
