package dev.restorer.core.decision;

import dev.restorer.api.Buildpack;
import dev.restorer.api.BuildpackMetadata;
import dev.restorer.api.ContentsDecision;
import dev.restorer.api.LayerDecision;
import dev.restorer.api.LayerMetadata;
import dev.restorer.files.LayersDirectoryNames;
import java.util.ArrayList;
import java.util.List;

/** Decides about contents as if the layers directory held only the layers whose metadata the plan restores. */
final class PlannedContents {

    private final Buildpack buildpack;
    private final boolean typesInFile;
    private final BuildpackMetadata cache;
    private final List<ContentsDecision> contents = new ArrayList<>();

    private PlannedContents(Buildpack buildpack, BuildpackMetadata cache) {
        this.buildpack = buildpack;
        this.typesInFile = ApiRules.typesInFile(buildpack);
        this.cache = cache;
    }

    /**
     * Returns the decisions about contents.
     *
     * @param decisions the decisions about metadata: those of the app image by name, then those of the cache by name
     * @param fromApp the number of decisions about layers of the app image
     */
    static List<ContentsDecision> of(
            Buildpack buildpack, List<LayerDecision> decisions, int fromApp, BuildpackMetadata cache) {
        PlannedContents planned = new PlannedContents(buildpack, cache);
        planned.merge(decisions.subList(0, fromApp), decisions.subList(fromApp, decisions.size()));
        return planned.contents;
    }

    private void merge(List<LayerDecision> app, List<LayerDecision> cached) {
        int a = 0;
        int c = 0;
        while (a < app.size() || c < cached.size()) {
            int order = order(app, a, cached, c);
            // If both list a layer, the metadata of the cache is written last and remains.
            if (order < 0 || (order == 0 && !cached.get(c).restored())) {
                add(app.get(a));
            } else {
                add(cached.get(c));
            }
            a += order <= 0 ? 1 : 0;
            c += order >= 0 ? 1 : 0;
        }
    }

    private static int order(List<LayerDecision> app, int a, List<LayerDecision> cached, int c) {
        if (a == app.size()) {
            return 1;
        }
        if (c == cached.size()) {
            return -1;
        }
        return app.get(a).id().layer().compareTo(cached.get(c).id().layer());
    }

    private void add(LayerDecision decision) {
        String layer = decision.id().layer();
        // A layer whose file has the name of a file of the buildpack is not found.
        if (!decision.restored() || ApiRules.isBuildpackFile(buildpack, LayersDirectoryNames.toml(layer))) {
            return;
        }
        LayerMetadata metadata = decision.metadata();
        LayerMetadata cached = cache.layers().get(layer);
        FoundLayer.CacheFlag cacheFlag =
                FoundLayer.CacheFlag.of(metadata.types().cache());
        if (ContentsRules.isCached(typesInFile, cacheFlag, cached)) {
            contents.add(ContentsRules.decide(decision.id(), cacheFlag, metadata.diffId(), cached));
        }
    }
}
