package dev.restorer.core.engine;

import dev.restorer.api.Buildpack;
import dev.restorer.api.LayerDecision;
import dev.restorer.core.decision.ApiRules;
import dev.restorer.core.layersdir.BuildpackDirectory;
import dev.restorer.core.layersdir.LayerWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A task that restores the metadata of some layers of one buildpack.
 *
 * @param buildpack the buildpack
 * @param target the directory that its metadata is written to
 * @param decisions the decisions to carry out, at most one for each layer
 */
record MetadataTask(Buildpack buildpack, MetadataTarget target, List<LayerDecision> decisions) {

    /** The maximum number of layers of a task: few enough for parallel tasks, and enough for an efficient bulk put. */
    private static final int MAX_LAYERS = 1_000;

    /** Creates the tasks for a buildpack. */
    static List<MetadataTask> of(Buildpack buildpack, MetadataTarget target, List<LayerDecision> decisions) {
        List<LayerDecision> all = restored(decisions);
        List<MetadataTask> tasks = new ArrayList<>();
        for (int start = 0; start < all.size(); start += MAX_LAYERS) {
            int end = Math.min(all.size(), start + MAX_LAYERS);
            tasks.add(new MetadataTask(buildpack, target, all.subList(start, end)));
        }
        return tasks;
    }

    /** If two decisions restore the same layer, the later one is used, which is that about the cache. */
    private static List<LayerDecision> restored(List<LayerDecision> decisions) {
        Map<String, LayerDecision> last = new LinkedHashMap<>();
        for (LayerDecision decision : decisions) {
            if (decision.restored()) {
                last.put(decision.id().layer(), decision);
            }
        }
        return List.copyOf(last.values());
    }

    /** Writes the files of the layers, and those of a store that keeps its files among them. */
    void write(ShaStoreCalls shaStore, RestoreProgress.Step written) {
        try (BuildpackDirectory directory = target.open()) {
            LayerWriter writer = directory.layerWriter(ApiRules.typesInFile(buildpack));
            for (LayerDecision decision : decisions) {
                writer.write(decision.id(), decision.metadata());
                if (target.isVisible()) {
                    written.add(1);
                }
            }
            if (target.hasFilesOf(shaStore, buildpack.id())) {
                shaStore.files(buildpack.id(), diffIds()).forEach(directory::write);
            }
        }
    }

    /** Counts the files of a hidden directory, once that is in its place. */
    void countPlaced(RestoreProgress.Step written) {
        if (!target.isVisible()) {
            written.add(decisions.size());
        }
    }

    /** Puts the diff ids that were not written with the files, once the files are visible. */
    void putDiffIds(ShaStoreCalls shaStore, RestoreProgress.Step stored) {
        if (!target.hasFilesOf(shaStore, buildpack.id())) {
            shaStore.putAll(buildpack.id(), diffIds());
        }
        stored.add(decisions.size());
    }

    private Map<String, String> diffIds() {
        Map<String, String> diffIds = new LinkedHashMap<>();
        decisions.forEach(decision ->
                diffIds.put(decision.id().layer(), decision.metadata().diffId()));
        return diffIds;
    }
}
