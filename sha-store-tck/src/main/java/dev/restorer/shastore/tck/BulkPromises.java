package dev.restorer.shastore.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.spi.ShaStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a store promises about many layers at once. */
abstract class BulkPromises extends NamePromises {

    private static final int MANY = 100_000;

    BulkPromises() {}

    @Test
    @DisplayName("A bulk put is as many single puts")
    void bulkPutEqualsSinglePuts() throws Exception {
        ShaStore store = open();
        Map<String, String> diffIds = Samples.diffIdsByLayer(300);
        store.putAll(BUILDPACK, diffIds);
        diffIds.forEach((layer, diffId) ->
                assertThat(store.get(BUILDPACK, layer)).as(layer).contains(diffId));
        assertThat(store.get("other", "layer-1")).isEmpty();
    }

    @Test
    @DisplayName("A bulk get is as many single gets")
    void bulkGetEqualsSingleGets() throws Exception {
        ShaStore store = open();
        Map<String, String> diffIds = Samples.diffIdsByLayer(300);
        diffIds.forEach((layer, diffId) -> store.put(BUILDPACK, layer, diffId));
        assertThat(store.getAll(BUILDPACK, diffIds.keySet())).isEqualTo(diffIds);
        assertThat(store.getAll(BUILDPACK, List.of("layer-7", "layer-7")))
                .isEqualTo(Map.of("layer-7", diffIds.get("layer-7")));
    }

    @Test
    @DisplayName("A bulk get leaves out what was not put")
    void bulkGetLeavesOutAbsent() throws Exception {
        ShaStore store = open();
        assertThat(store.getAll(BUILDPACK, List.of("a", "b"))).isEmpty();
        store.put(BUILDPACK, "a", "sha256:1");
        assertThat(store.getAll(BUILDPACK, List.of("a", "b"))).isEqualTo(Map.of("a", "sha256:1"));
    }

    @Test
    @DisplayName("A bulk put replaces the layers it names and leaves the others")
    void bulkPutReplacesOnlyWhatItNames() throws Exception {
        ShaStore store = open();
        store.putAll(BUILDPACK, Map.of("a", "sha256:1", "b", "sha256:2"));
        store.putAll(BUILDPACK, Map.of("b", "sha256:3", "c", "sha256:4"));
        assertThat(store.getAll(BUILDPACK, List.of("a", "b", "c")))
                .isEqualTo(Map.of("a", "sha256:1", "b", "sha256:3", "c", "sha256:4"));
    }

    @Test
    @DisplayName("An empty diff id is kept in bulk too")
    void bulkKeepsEmptyDiffId() throws Exception {
        ShaStore store = open();
        store.putAll(BUILDPACK, Map.of("a", "", "b", "sha256:2"));
        assertThat(store.getAll(BUILDPACK, List.of("a", "b"))).isEqualTo(Map.of("a", "", "b", "sha256:2"));
    }

    @Test
    @DisplayName("A bulk of nothing does nothing")
    void bulkOfNothingDoesNothing() throws Exception {
        ShaStore store = open();
        store.put(BUILDPACK, "a", "sha256:1");
        store.putAll(BUILDPACK, Map.of());
        assertThat(store.getAll(BUILDPACK, List.of())).isEmpty();
        assertThat(store.get(BUILDPACK, "a")).contains("sha256:1");
    }

    @Test
    @DisplayName("What happens to a map after it was put does not matter")
    void bulkPutKeepsNoHoldOnTheMap() throws Exception {
        ShaStore store = open();
        Map<String, String> diffIds = new LinkedHashMap<>(Map.of("a", "sha256:1"));
        store.putAll(BUILDPACK, diffIds);
        diffIds.put("a", "sha256:2");
        diffIds.put("b", "sha256:3");
        assertThat(store.getAll(BUILDPACK, List.of("a", "b"))).isEqualTo(Map.of("a", "sha256:1"));
    }

    @Test
    @DisplayName("100,000 layers of a buildpack are put and got in bulk")
    void manyLayers() throws Exception {
        ShaStore store = open();
        Map<String, String> diffIds = Samples.diffIdsByLayer(MANY);
        store.putAll(BUILDPACK, diffIds);
        // Compared by hand, since a failing comparison of such maps would print them.
        Map<String, String> got = store.getAll(BUILDPACK, diffIds.keySet());
        assertThat(got.size()).isEqualTo(MANY);
        assertThat(got.equals(diffIds)).as("every layer has its diff id").isTrue();
    }
}
