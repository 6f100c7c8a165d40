package dev.restorer.shastore.tck;

import dev.restorer.api.LayerId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Faults that show if many threads use a store at once. */
final class ThreadFaults {

    private ThreadFaults() {}

    static Stream<Fault> all() {
        return Stream.of(
                new Fault("loses what threads put at once", "manyThreads", RacingStore::new),
                new Fault("mixes what threads get at once in bulk", "manyThreadsInBulk", MixingStore::new),
                new Fault("shows a part of what is put", "getDuringPut", TornStore::new),
                new Fault("shows a part of what is put in bulk", "getDuringPut", kept -> new TornStore(kept) {
                    @Override
                    public void put(String buildpackId, String layer, String diffId) {
                        putWhole(buildpackId, layer, diffId);
                    }

                    @Override
                    public void putAll(String buildpackId, Map<String, String> diffIds) {
                        diffIds.forEach((layer, diffId) -> super.put(buildpackId, layer, diffId));
                    }
                }));
    }

    /** Copies what is kept for every put: of two that copy the same, one is lost. */
    private static final class RacingStore extends SoundStore {
        private volatile Map<LayerId, String> own = Map.of();
        private final Map<LayerId, String> kept;

        RacingStore(Map<LayerId, String> kept) {
            super(kept);
            this.kept = kept;
        }

        @Override
        public void put(String buildpackId, String layer, String diffId) {
            requireUsable();
            if (!layer.startsWith("layer-") || !buildpackId.startsWith("own-")) {
                super.put(buildpackId, layer, diffId);
                return;
            }
            Map<LayerId, String> copy = new HashMap<>(own);
            copy.put(new LayerId(buildpackId, layer), diffId);
            LockSupport.parkNanos(1_000);
            own = copy;
        }

        @Override
        public Optional<String> get(String buildpackId, String layer) {
            requireUsable();
            LayerId id = new LayerId(buildpackId, layer);
            return Optional.ofNullable(kept.getOrDefault(id, own.get(id)));
        }
    }

    /** Gets in bulk into one map, which all threads share. */
    private static final class MixingStore extends SoundStore {
        private final Map<String, String> shared = new ConcurrentHashMap<>();

        MixingStore(Map<LayerId, String> kept) {
            super(kept);
        }

        @Override
        public Map<String, String> getAll(String buildpackId, Collection<String> layers) {
            shared.clear();
            shared.putAll(super.getAll(buildpackId, layers));
            LockSupport.parkNanos(1_000);
            return new LinkedHashMap<>(shared);
        }
    }

    /** Puts half of a diff id before the whole. */
    private static class TornStore extends SoundStore {
        TornStore(Map<LayerId, String> kept) {
            super(kept);
        }

        @Override
        public void put(String buildpackId, String layer, String diffId) {
            putWhole(buildpackId, layer, SingleFaults.cut(diffId, diffId.length() / 2));
            LockSupport.parkNanos(1_000);
            putWhole(buildpackId, layer, diffId);
        }

        final void putWhole(String buildpackId, String layer, String diffId) {
            super.put(buildpackId, layer, diffId);
        }
    }
}
