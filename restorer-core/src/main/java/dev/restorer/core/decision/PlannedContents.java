package dev.restorer.core.decision;

import dev.restorer.api.Buildpack;
import dev.restorer.api.BuildpackMetadata;
import dev.restorer.api.ContentsDecision;
import dev.restorer.api.LayerDecision;
import dev.restorer.api.LayerMetadata;
import dev.restorer.files.LayersDirectoryNames;
import java.util.ArrayList;
import java.util.List;

/** What becomes of contents if nothing stands in the layers directory but what the decisions about metadata restore. */
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
     * Decides about contents.
     *
     * @param decisions the decisions about metadata: those of the app image by name, then those of the cache by name
     * @param fromApp how many of them are of the app image
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
            // Where both know a layer, what the cache knows is written last and stays.
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
        // Where a layer's file is taken for the buildpack's own, nobody finds the layer.
        if (!decision.restored() || ApiRules.hasOwnFile(buildpack, LayersDirectoryNames.toml(layer))) {
            return;
        }
        LayerMetadata metadata = decision.metadata();
        LayerMetadata cached = cache.layers().get(layer);
        FoundLayer.Own own = FoundLayer.Own.of(metadata.types().cache());
        if (ContentsRules.isCached(typesInFile, own, cached)) {
            contents.add(ContentsRules.decide(decision.id(), own, metadata.diffId(), cached));
        }
    }
}
