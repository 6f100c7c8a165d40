package dev.restorer.shastore.tck;

import dev.restorer.spi.ShaStore;
import java.util.List;
import java.util.Map;

/** The methods of a store. */
enum Call {
    PUT {
        @Override
        void on(ShaStore store, String buildpackId, String layer) {
            store.put(buildpackId, layer, "sha256:1");
        }
    },
    GET {
        @Override
        void on(ShaStore store, String buildpackId, String layer) {
            var unused = store.get(buildpackId, layer);
        }
    },
    PUT_ALL {
        @Override
        void on(ShaStore store, String buildpackId, String layer) {
            store.putAll(buildpackId, Map.of(layer, "sha256:1"));
        }
    },
    GET_ALL {
        @Override
        void on(ShaStore store, String buildpackId, String layer) {
            var unused = store.getAll(buildpackId, List.of(layer));
        }
    };

    abstract void on(ShaStore store, String buildpackId, String layer);
}
