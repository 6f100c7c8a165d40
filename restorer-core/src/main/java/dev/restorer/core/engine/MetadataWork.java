package dev.restorer.core.engine;

import dev.restorer.api.BuildpackPlan;
import dev.restorer.api.LayerDecision;
import dev.restorer.core.decision.ApiRules;
import dev.restorer.core.layersdir.BuildpackFolder;
import dev.restorer.core.layersdir.LayerWriter;
import dev.restorer.core.layersdir.LayersDirectory;
import dev.restorer.spi.ShaStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Restores the metadata of some layers of one buildpack: writes their files, then keeps their diff ids.
 *
 * @param layers where to
 * @param plan what would be done for the buildpack
 * @param decisions the decisions to carry out, each about another layer
 * @param shaStore where the diff ids go
 */
record MetadataWork(LayersDirectory layers, BuildpackPlan plan, List<LayerDecision> decisions, ShaStore shaStore)
        implements Supplier<Integer> {

    /** Few enough that work can be shared out, and so many that a bulk put is one. */
    private static final int MOST_LAYERS = 1_000;

    /** Cuts up what is to be done for a buildpack. */
    static List<MetadataWork> of(LayersDirectory layers, BuildpackPlan plan, ShaStore shaStore) {
        List<LayerDecision> all = restored(plan);
        int pieces = (all.size() + MOST_LAYERS - 1) / MOST_LAYERS;
        return IntStream.range(0, pieces)
                .mapToObj(i -> all.subList(i * MOST_LAYERS, Math.min(all.size(), (i + 1) * MOST_LAYERS)))
                .map(part -> new MetadataWork(layers, plan, part, shaStore))
                .toList();
    }

    /** Where two decisions restore one layer the later one counts, which is that about the cache. */
    private static List<LayerDecision> restored(BuildpackPlan plan) {
        Map<String, LayerDecision> last = new LinkedHashMap<>();
        for (LayerDecision decision : plan.decisions()) {
            if (decision.restored()) {
                last.put(decision.id().layer(), decision);
            }
        }
        return List.copyOf(last.values());
    }

    @Override
    public Integer get() {
        Map<String, String> diffIds = new LinkedHashMap<>();
        try (BuildpackFolder folder = layers.make(Objects.requireNonNull(plan.folder()))) {
            LayerWriter writer = folder.layerWriter(ApiRules.typesInFile(plan.buildpack()));
            for (LayerDecision decision : decisions) {
                writer.write(decision.id(), decision.metadata());
                diffIds.put(decision.id().layer(), decision.metadata().diffId());
            }
        }
        shaStore.putAll(plan.buildpack().id(), diffIds);
        return diffIds.size();
    }
}
