package dev.restorer.shastore.tck;

import dev.restorer.spi.ShaStore;
import java.util.List;
import java.util.Map;

/** The ways to use a store. */
enum Call {
    PUT {
        @Override
        void on(ShaStore store) {
            store.put(OpenedStores.BUILDPACK, "modules", "sha256:1");
        }
    },
    GET {
        @Override
        void on(ShaStore store) {
            var unused = store.get(OpenedStores.BUILDPACK, "modules");
        }
    },
    PUT_ALL {
        @Override
        void on(ShaStore store) {
            store.putAll(OpenedStores.BUILDPACK, Map.of("modules", "sha256:1"));
        }
    },
    GET_ALL {
        @Override
        void on(ShaStore store) {
            var unused = store.getAll(OpenedStores.BUILDPACK, List.of("modules"));
        }
    };

    abstract void on(ShaStore store);
}
