package dev.restorer.core.engine;

import dev.restorer.api.ContentsDecision;
import dev.restorer.core.contents.Extraction;
import dev.restorer.core.engine.log.ContentsLog;
import dev.restorer.core.engine.threads.CancellationCheck;
import dev.restorer.spi.ContentsListener;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Carries out the decisions about layers, and collects the layers whose contents are to be restored, in their order.
 */
final class LayerTasks {

    private final Extraction extraction;
    private final ContentsListener listener;
    private final CancellationCheck cancellationCheck;
    private final ContentsLog log;

    /**
     * The layers, by directory and name: buildpacks may share a directory, and the last decision about a layer is used.
     */
    private final Map<List<String>, LayerTask> tasks = new LinkedHashMap<>();

    LayerTasks(Extraction extraction, ContentsListener listener, CancellationCheck cancellationCheck, ContentsLog log) {
        this.extraction = extraction;
        this.listener = listener;
        this.cancellationCheck = cancellationCheck;
        this.log = log;
    }

    /**
     * Adds the layers of a buildpack that are to be restored, and removes the others from the directory.
     *
     * @return whether layers of this buildpack are to be restored
     */
    boolean add(BuildpackContents contents, List<ContentsDecision> decisions) {
        boolean restores = false;
        for (ContentsDecision decision : decisions) {
            log.decided(decision);
            LayerTask next = new LayerTask(decision, contents, extraction, listener, cancellationCheck);
            LayerTask earlier = tasks.remove(next.path());
            if (earlier != null) {
                earlier.contents().supersede(earlier.decision());
            }
            if (decision.restored()) {
                tasks.put(next.path(), next);
                restores = true;
            } else {
                contents.remove(decision);
            }
        }
        return restores;
    }

    Collection<LayerTask> all() {
        return tasks.values();
    }

    /** Records the results of all tasks, in the order of the decisions. */
    void complete(List<LayerTask> order, List<LayerResult> results) {
        IdentityHashMap<LayerTask, LayerResult> completed = new IdentityHashMap<>();
        for (int i = 0; i < order.size(); i++) {
            completed.put(order.get(i), results.get(i));
        }
        tasks.values().forEach(task -> task.contents().complete(Objects.requireNonNull(completed.get(task))));
    }
}
