package dev.restorer.shastore.tck;

import dev.restorer.api.LayerId;
import dev.restorer.spi.ShaStore;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The contract of the store that was planted; run by {@link PlantedFaultsTest} and not by itself. */
class PlantedContract extends ShaStoreContract {

    private static volatile Function<Map<LayerId, String>, SoundStore> planted = SoundStore::new;

    private final Map<String, Map<LayerId, String>> builds = new ConcurrentHashMap<>();

    static void plant(Function<Map<LayerId, String>, SoundStore> store) {
        planted = store;
    }

    private SoundStore open(Map<LayerId, String> kept) {
        return planted.apply(kept);
    }

    @Override
    protected ShaStore openStore(String build) {
        return open(builds.computeIfAbsent(build, b -> new ConcurrentHashMap<>()));
    }

    @Override
    protected ShaStore openBrokenStore() {
        SoundStore store = open(new ConcurrentHashMap<>());
        store.breakDown();
        return store;
    }

    /** The contract as it is for a store of which each call takes long. */
    static class OfSlowStore extends PlantedContract {

        @Override
        protected int singleCalls() {
            return 3;
        }

        @Override
        protected int layersInBulk() {
            return 10;
        }
    }
}
