package dev.restorer.shastore.tck;

import dev.restorer.spi.ShaStore;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The calls of a store with a null argument. */
@SuppressWarnings({"NullAway", "ImmutableEnumChecker"}) // the calls pass nulls on purpose, and have no state
enum NullCall {
    PUT_ID(store -> store.put(null, "modules", "sha256:1")),
    PUT_LAYER(store -> store.put(OpenedStores.BUILDPACK, null, "sha256:1")),
    PUT_DIFF_ID(store -> store.put(OpenedStores.BUILDPACK, "modules", null)),
    GET_ID(store -> store.get(null, "modules")),
    GET_LAYER(store -> store.get(OpenedStores.BUILDPACK, null)),
    PUT_ALL_ID(store -> store.putAll(null, Map.of("modules", "sha256:1"))),
    PUT_ALL_ID_OF_NOTHING(store -> store.putAll(null, Map.of())),
    PUT_ALL_MAP(store -> store.putAll(OpenedStores.BUILDPACK, null)),
    PUT_ALL_LAYER(store -> store.putAll(OpenedStores.BUILDPACK, Collections.singletonMap(null, "sha256:1"))),
    PUT_ALL_DIFF_ID(store -> store.putAll(OpenedStores.BUILDPACK, Collections.singletonMap("modules", null))),
    GET_ALL_ID(store -> store.getAll(null, List.of("modules"))),
    GET_ALL_ID_OF_NOTHING(store -> store.getAll(null, List.of())),
    GET_ALL_LAYERS(store -> store.getAll(OpenedStores.BUILDPACK, null)),
    GET_ALL_LAYER(store -> store.getAll(OpenedStores.BUILDPACK, Arrays.asList("modules", null)));

    private final Consumer<ShaStore> call;

    NullCall(Consumer<ShaStore> call) {
        this.call = call;
    }

    void on(ShaStore store) {
        call.accept(store);
    }
}
