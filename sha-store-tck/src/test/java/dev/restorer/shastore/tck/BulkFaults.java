package dev.restorer.shastore.tck;

import dev.restorer.api.LayerId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Faults in what is put and got in bulk. */
final class BulkFaults {

    /** The size of a batch that a store may put at once; none of its faults shows in fewer layers. */
    private static final int BATCH = 50_000;

    private BulkFaults() {}

    static Stream<Fault> all() {
        return Stream.of(
                puts(
                        "puts the first hundred alone",
                        "bulkPutEqualsSinglePuts",
                        (store, id, diffIds) -> diffIds.entrySet().stream()
                                .limit(100)
                                .forEach(e -> store.put(id, e.getKey(), e.getValue()))),
                puts(
                        "leaves out what follows the batch",
                        "manyLayers",
                        (store, id, diffIds) -> diffIds.entrySet().stream()
                                .limit(BATCH)
                                .forEach(e -> store.put(id, e.getKey(), e.getValue()))),
                puts(
                        "puts no empty diff id in bulk",
                        "emptyDiffIdIsKept",
                        (store, id, diffIds) -> diffIds.forEach((layer, diffId) -> {
                            if (!diffId.isEmpty()) {
                                store.put(id, layer, diffId);
                            }
                        })),
                puts("fails for a bulk of nothing", "bulkOfNothingDoesNothing", (store, id, diffIds) -> {
                    diffIds.keySet().iterator().next();
                    diffIds.forEach((layer, diffId) -> store.put(id, layer, diffId));
                }),
                puts("takes a null id for a bulk of nothing", "nullFails", (store, id, diffIds) -> {
                    for (Map.Entry<String, String> entry : diffIds.entrySet()) {
                        store.put(id, entry.getKey(), entry.getValue());
                    }
                }),
                new Fault("replaces the buildpack", "bulkPutReplacesOnlyWhatItNames", ReplacingStore::new),
                new Fault("gets the first hundred alone", "bulkGetEqualsSingleGets", kept -> new SoundStore(kept) {
                    @Override
                    public Map<String, String> getAll(String buildpackId, Collection<String> layers) {
                        return super.getAll(
                                buildpackId, layers.stream().limit(100).toList());
                    }
                }),
                new Fault(
                        "fails for a layer that is named twice", "bulkGetOfALayerTwice", kept -> new SoundStore(kept) {
                            @Override
                            public Map<String, String> getAll(String buildpackId, Collection<String> layers) {
                                return super.getAll(buildpackId, Set.of(layers.toArray(String[]::new)));
                            }
                        }),
                new Fault("gets nothing as empty", "bulkGetLeavesOutAbsent", kept -> new SoundStore(kept) {
                    @Override
                    public Map<String, String> getAll(String buildpackId, Collection<String> layers) {
                        Map<String, String> got = new HashMap<>(super.getAll(buildpackId, layers));
                        layers.forEach(layer -> got.putIfAbsent(layer, ""));
                        return got;
                    }
                }),
                new Fault("keeps the map that it was given", "bulkPutKeepsNoHoldOnTheMap", LazyStore::new));
    }

    private interface BulkPut {
        void put(SoundStore store, String buildpackId, Map<String, String> diffIds);
    }

    private static Fault puts(String what, String caughtBy, BulkPut put) {
        return new Fault(what, caughtBy, kept -> new SoundStore(kept) {
            @Override
            public void putAll(String buildpackId, Map<String, String> diffIds) {
                put.put(this, buildpackId, diffIds);
            }
        });
    }

    private static final class ReplacingStore extends SoundStore {
        private final Map<LayerId, String> kept;

        ReplacingStore(Map<LayerId, String> kept) {
            super(kept);
            this.kept = kept;
        }

        @Override
        public void putAll(String buildpackId, Map<String, String> diffIds) {
            kept.keySet().removeIf(layer -> layer.buildpackId().equals(buildpackId));
            super.putAll(buildpackId, diffIds);
        }
    }

    /** Puts what it was given when it is asked for it. */
    private static final class LazyStore extends SoundStore {
        private final Map<String, Map<String, String>> later = new LinkedHashMap<>();

        LazyStore(Map<LayerId, String> kept) {
            super(kept);
        }

        @Override
        public void putAll(String buildpackId, Map<String, String> diffIds) {
            later.put(buildpackId, diffIds);
        }

        @Override
        public Map<String, String> getAll(String buildpackId, Collection<String> layers) {
            super.putAll(buildpackId, later.getOrDefault(buildpackId, Map.of()));
            return super.getAll(buildpackId, List.copyOf(layers));
        }
    }
}
