package dev.restorer.shastore.tck;

import dev.restorer.spi.ShaStore;
import java.util.Map;

/** The ways to put the diff id of a layer. */
enum Put {
    ALONE("put") {
        @Override
        void to(ShaStore store, String buildpackId, String layer, String diffId) {
            store.put(buildpackId, layer, diffId);
        }
    },
    IN_BULK("putAll") {
        @Override
        void to(ShaStore store, String buildpackId, String layer, String diffId) {
            store.putAll(buildpackId, Map.of(layer, diffId));
        }
    };

    private final String method;

    Put(String method) {
        this.method = method;
    }

    String method() {
        return method;
    }

    abstract void to(ShaStore store, String buildpackId, String layer, String diffId);
}
