package dev.restorer.shastore.tck;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The part of the contract about bulk operations. */
abstract class BulkPromises extends SurrogatePromises {

    BulkPromises() {}

    @Test
    @DisplayName("A bulk put is equivalent to single puts")
    void bulkPutEqualsSinglePuts() throws Exception {
        TestedStore store = open();
        Map<String, String> diffIds = Samples.diffIdsByLayer(singleCalls());
        store.putAll(BUILDPACK, diffIds);
        diffIds.forEach((layer, diffId) -> store.assertHas(BUILDPACK, layer, diffId));
        store.assertHasNone("other", "layer-0");
    }

    @Test
    @DisplayName("A bulk get is equivalent to single gets")
    void bulkGetEqualsSingleGets() throws Exception {
        TestedStore store = open();
        Map<String, String> diffIds = Samples.diffIdsByLayer(singleCalls());
        diffIds.forEach((layer, diffId) -> store.put(BUILDPACK, layer, diffId));
        store.assertHasAll(BUILDPACK, diffIds.keySet(), diffIds);
    }

    @Test
    @DisplayName("A bulk get returns a layer that is named twice once")
    void bulkGetOfALayerTwice() throws Exception {
        TestedStore store = open();
        store.put(BUILDPACK, "a", "sha256:1");
        store.assertHasAll(BUILDPACK, List.of("a", "a"), Map.of("a", "sha256:1"));
    }

    @Test
    @DisplayName("A bulk get leaves out layers that were not put")
    void bulkGetLeavesOutAbsent() throws Exception {
        TestedStore store = open();
        store.assertHasAll(BUILDPACK, List.of("a", "b"), Map.of());
        store.put(BUILDPACK, "a", "sha256:1");
        store.assertHasAll(BUILDPACK, List.of("a", "b"), Map.of("a", "sha256:1"));
    }

    @Test
    @DisplayName("A bulk put replaces the layers it names and leaves the others")
    void bulkPutReplacesOnlyWhatItNames() throws Exception {
        TestedStore store = open();
        store.putAll(BUILDPACK, Map.of("a", "sha256:1", "b", "sha256:2"));
        store.putAll(BUILDPACK, Map.of("b", "sha256:3", "c", "sha256:4"));
        store.assertHasAll(
                BUILDPACK, List.of("a", "b", "c"), Map.of("a", "sha256:1", "b", "sha256:3", "c", "sha256:4"));
    }

    @Test
    @DisplayName("A bulk operation without layers has no effect")
    void bulkOfNothingDoesNothing() throws Exception {
        TestedStore store = open();
        store.put(BUILDPACK, "a", "sha256:1");
        store.putAll(BUILDPACK, Map.of());
        store.assertHasAll(BUILDPACK, List.of(), Map.of());
        store.assertHas(BUILDPACK, "a", "sha256:1");
    }

    @Test
    @DisplayName("A map may be changed after it was put")
    void bulkPutKeepsNoHoldOnTheMap() throws Exception {
        TestedStore store = open();
        Map<String, String> diffIds = new LinkedHashMap<>(Map.of("a", "sha256:1"));
        store.putAll(BUILDPACK, diffIds);
        diffIds.put("a", "sha256:2");
        diffIds.put("b", "sha256:3");
        store.assertHasAll(BUILDPACK, List.of("a", "b"), Map.of("a", "sha256:1"));
    }

    @Test
    @Tag("long")
    @DisplayName("Very many layers of a buildpack can be put and got in bulk")
    void manyLayers() throws Exception {
        TestedStore store = open();
        Map<String, String> diffIds = Samples.diffIdsByLayer(layersInBulk());
        store.putAll(BUILDPACK, diffIds);
        store.assertHasAll(BUILDPACK, diffIds.keySet(), diffIds);
    }
}
