package dev.restorer.shastore.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.restorer.api.LayerId;
import dev.restorer.spi.ShaStore;
import dev.restorer.spi.ShaStoreException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a store promises about ids and names. */
abstract class NamePromises extends SinglePromises {

    NamePromises() {}

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.restorer.shastore.tck.Samples#ordinaryLayers")
    @DisplayName("Ids and names of every ordinary kind are kept")
    void ordinaryNamesAreKept(LayerId layer) throws Exception {
        assertThat(accepts(layer)).as("every store accepts it").isTrue();
        putAndGet(open(), layer);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.restorer.shastore.tck.Samples#oddLayers")
    @DisplayName("Odd ids and names are kept, or refused where the store says so")
    void oddNamesAreKeptOrRefused(LayerId layer) throws Exception {
        ShaStore store = open();
        if (accepts(layer)) {
            putAndGet(store, layer);
        } else {
            refuse(store, layer);
        }
    }

    @Test
    @DisplayName("Every layer has a diff id of its own, whatever its name")
    void everyNameHasItsOwnDiffId() throws Exception {
        ShaStore store = open();
        List<LayerId> layers = Samples.layers().filter(this::accepts).toList();
        for (LayerId layer : layers) {
            store.put(layer.buildpackId(), layer.layer(), "of " + layer);
        }
        for (LayerId layer : layers) {
            assertThat(store.get(layer.buildpackId(), layer.layer())).contains("of " + layer);
        }
    }

    @ParameterizedTest(name = "{0} and {1}")
    @MethodSource("dev.restorer.shastore.tck.Samples#alikeLayers")
    @DisplayName("Ids and names that are alike are kept apart")
    void alikeNamesAreApart(LayerId one, LayerId other) throws Exception {
        ShaStore store = open();
        if (!accepts(one) || !accepts(other)) {
            refuse(store, accepts(one) ? other : one);
            return;
        }
        store.put(one.buildpackId(), one.layer(), "sha256:1");
        if (!keepsApart(one, other)) {
            assertThat(store.get(other.buildpackId(), other.layer())).contains("sha256:1");
            return;
        }
        assertThat(store.get(other.buildpackId(), other.layer())).isEmpty();
        store.put(other.buildpackId(), other.layer(), "sha256:2");
        assertThat(store.get(one.buildpackId(), one.layer())).contains("sha256:1");
    }

    private static void putAndGet(ShaStore store, LayerId layer) {
        assertThat(store.get(layer.buildpackId(), layer.layer())).isEmpty();
        store.put(layer.buildpackId(), layer.layer(), "sha256:1");
        assertThat(store.get(layer.buildpackId(), layer.layer())).contains("sha256:1");
        assertThat(store.getAll(layer.buildpackId(), List.of(layer.layer())))
                .isEqualTo(Map.of(layer.layer(), "sha256:1"));
    }

    private static void refuse(ShaStore store, LayerId layer) {
        String id = layer.buildpackId();
        String name = layer.layer();
        assertThatExceptionOfType(ShaStoreException.class).isThrownBy(() -> store.put(id, name, "sha256:1"));
        assertThatExceptionOfType(ShaStoreException.class).isThrownBy(() -> store.get(id, name));
        assertThatExceptionOfType(ShaStoreException.class).isThrownBy(() -> store.putAll(id, Map.of(name, "sha256:1")));
        assertThatExceptionOfType(ShaStoreException.class).isThrownBy(() -> store.getAll(id, List.of(name)));
    }
}
