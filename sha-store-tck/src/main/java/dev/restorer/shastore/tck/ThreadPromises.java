package dev.restorer.shastore.tck;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The part of the contract about many threads that use one store at once. */
abstract class ThreadPromises extends BulkPromises {

    private static final String SHORT_DIFF_ID = "sha256:1";
    private static final String LONG_DIFF_ID = "sha256:" + "2".repeat(10_000);

    private static final int BULK_GETS = 3;

    ThreadPromises() {}

    @Test
    @DisplayName("Many threads can use one store at once, and no put is lost")
    void manyThreads() throws Exception {
        TestedStore store = open();
        Map<String, String> diffIds = Samples.diffIdsByLayer(layersOfEachThread());
        ManyThreads.run(thread -> diffIds.forEach((layer, diffId) -> {
            store.put(BUILDPACK, layer + "-" + thread, diffId);
            store.putAll("own-" + thread, Map.of(layer, diffId + thread));
        }));
        ManyThreads.run(thread -> diffIds.forEach((layer, diffId) -> {
            store.assertHas(BUILDPACK, layer + "-" + thread, diffId);
            store.assertHas("own-" + thread, layer, diffId + thread);
        }));
    }

    @Test
    @DisplayName("Many threads can get many layers at once in bulk, and each gets its own")
    void manyThreadsInBulk() throws Exception {
        TestedStore store = open();
        Map<String, String> diffIds = Samples.diffIdsByLayer(layersOfEachThread());
        ManyThreads.run(thread -> {
            Map<String, String> own = new HashMap<>(diffIds);
            own.replaceAll((layer, diffId) -> diffId + thread);
            store.putAll("own-" + thread, own);
            for (int i = 0; i < BULK_GETS; i++) {
                store.assertHasAll("own-" + thread, new SlowList(own.keySet()), own);
            }
        });
    }

    @Test
    @DisplayName("A get during a put of the same layer returns the old or the new diff id, never a part of it")
    void getDuringPut() throws Exception {
        TestedStore store = open();
        List<String> diffIds = List.of(SHORT_DIFF_ID, LONG_DIFF_ID);
        Put[] puts = Put.values();
        ManyThreads.run(thread -> {
            for (int i = 0; i < singleCalls(); i++) {
                store.put(puts[thread % puts.length], BUILDPACK, "shared", diffIds.get(i % diffIds.size()));
                store.assertHasOneOf(BUILDPACK, "shared", diffIds);
            }
        });
    }

    private int layersOfEachThread() {
        return Math.max(1, singleCalls() / 3);
    }
}
