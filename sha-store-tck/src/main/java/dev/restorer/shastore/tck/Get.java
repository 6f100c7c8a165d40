package dev.restorer.shastore.tck;

import dev.restorer.spi.ShaStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The ways to get the diff ids of layers. */
enum Get {
    ALONE("get") {
        @Override
        Map<String, String> from(ShaStore store, String buildpackId, Collection<String> layers) {
            Map<String, String> got = new HashMap<>();
            layers.forEach(layer -> store.get(buildpackId, layer).ifPresent(diffId -> got.put(layer, diffId)));
            return got;
        }
    },
    IN_BULK("getAll") {
        @Override
        Map<String, String> from(ShaStore store, String buildpackId, Collection<String> layers) {
            return store.getAll(buildpackId, layers);
        }
    };

    private final String method;

    Get(String method) {
        this.method = method;
    }

    String method() {
        return method;
    }

    abstract Map<String, String> from(ShaStore store, String buildpackId, Collection<String> layers);
}
