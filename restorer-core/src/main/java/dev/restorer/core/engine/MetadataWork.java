package dev.restorer.core.engine;

import dev.restorer.api.Buildpack;
import dev.restorer.api.LayerDecision;
import dev.restorer.core.decision.ApiRules;
import dev.restorer.core.layersdir.BuildpackDirectory;
import dev.restorer.core.layersdir.LayerWriter;
import dev.restorer.spi.FileShaStore;
import dev.restorer.spi.ShaStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Some layers of one buildpack whose metadata is restored.
 *
 * @param buildpack the buildpack
 * @param place where its metadata is written
 * @param decisions the decisions to carry out, each about another layer
 */
record MetadataWork(Buildpack buildpack, MetadataPlace place, List<LayerDecision> decisions) {

    /** Few enough that work can be shared out, and so many that a bulk put is one. */
    private static final int MAX_LAYERS = 1_000;

    /** Cuts up what is to be done for a buildpack. */
    static List<MetadataWork> of(Buildpack buildpack, MetadataPlace place, List<LayerDecision> decisions) {
        List<LayerDecision> all = restored(decisions);
        int pieces = (all.size() + MAX_LAYERS - 1) / MAX_LAYERS;
        return IntStream.range(0, pieces)
                .mapToObj(i -> all.subList(i * MAX_LAYERS, Math.min(all.size(), (i + 1) * MAX_LAYERS)))
                .map(part -> new MetadataWork(buildpack, place, part))
                .toList();
    }

    /** Where two decisions restore one layer the later one counts, which is that about the cache. */
    private static List<LayerDecision> restored(List<LayerDecision> decisions) {
        Map<String, LayerDecision> last = new LinkedHashMap<>();
        for (LayerDecision decision : decisions) {
            if (decision.restored()) {
                last.put(decision.id().layer(), decision);
            }
        }
        return List.copyOf(last.values());
    }

    /** Writes the files, with those of a store that keeps its own among them. */
    int write(ShaStore shaStore, HowFar.Step written) {
        try (BuildpackDirectory directory = place.open()) {
            LayerWriter writer = directory.layerWriter(ApiRules.typesInFile(buildpack));
            for (LayerDecision decision : decisions) {
                writer.write(decision.id(), decision.metadata());
                if (place.isSeen()) {
                    written.add(1);
                }
            }
            FileShaStore beside = place.fileStore(shaStore, buildpack.id());
            if (beside != null) {
                beside.files(buildpack.id(), diffIds()).forEach(directory::write);
            }
        }
        return decisions.size();
    }

    /** Counts the files that nobody saw until their directory appeared. */
    void countAppeared(HowFar.Step written) {
        if (!place.isSeen()) {
            written.add(decisions.size());
        }
    }

    /** Keeps the diff ids that were not written with the files, once those can be seen. */
    int keep(ShaStore shaStore, HowFar.Step kept) {
        if (place.fileStore(shaStore, buildpack.id()) == null) {
            StoreCalls.putAll(shaStore, buildpack.id(), diffIds());
        }
        kept.add(decisions.size());
        return decisions.size();
    }

    private Map<String, String> diffIds() {
        Map<String, String> diffIds = new LinkedHashMap<>();
        decisions.forEach(decision ->
                diffIds.put(decision.id().layer(), decision.metadata().diffId()));
        return diffIds;
    }
}
