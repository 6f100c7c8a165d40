package dev.restorer.shastore.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.api.LayerId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The part of the contract about ids and names. */
abstract class NamePromises extends SinglePromises {

    NamePromises() {}

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.restorer.shastore.tck.Samples#ordinaryLayers")
    @DisplayName("Ordinary ids and names are accepted")
    void ordinaryNamesAreKept(LayerId layer) throws Exception {
        TestedStore store = open();
        assertThat(accepts(layer))
                .as(store.what("accepts", layer.buildpackId(), layer.layer()))
                .isTrue();
        putAndGet(store, layer);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.restorer.shastore.tck.Samples#oddLayers")
    @DisplayName("Unusual ids and names are accepted, or refused if the store declares so")
    void oddNamesAreKeptOrRefused(LayerId layer) throws Exception {
        TestedStore store = open();
        if (accepts(layer)) {
            putAndGet(store, layer);
        } else {
            store.assertRefuses(layer);
        }
    }

    @Test
    @DisplayName("Every layer has its own diff id, whatever its name")
    void everyNameHasItsOwnDiffId() throws Exception {
        TestedStore store = open();
        List<LayerId> layers = Samples.layers().filter(this::accepts).toList();
        for (LayerId layer : layers) {
            store.put(layer.buildpackId(), layer.layer(), "of " + layer);
        }
        for (LayerId layer : layers) {
            store.assertHas(layer.buildpackId(), layer.layer(), "of " + layer);
        }
    }

    @ParameterizedTest(name = "{0} and {1}")
    @MethodSource("dev.restorer.shastore.tck.Samples#alikeLayers")
    @DisplayName("Similar ids and names are distinct")
    void alikeNamesAreApart(LayerId one, LayerId other) throws Exception {
        TestedStore store = open();
        if (!accepts(one) || !accepts(other)) {
            store.assertRefuses(accepts(one) ? other : one);
            return;
        }
        store.put(one.buildpackId(), one.layer(), "sha256:1");
        if (!keepsApart(one, other)) {
            store.assertHas(other.buildpackId(), other.layer(), "sha256:1");
            return;
        }
        store.assertHasNone(other.buildpackId(), other.layer());
        store.put(other.buildpackId(), other.layer(), "sha256:2");
        store.assertHas(one.buildpackId(), one.layer(), "sha256:1");
    }

    private static void putAndGet(TestedStore store, LayerId layer) {
        String id = layer.buildpackId();
        String name = layer.layer();
        store.assertHasNone(id, name);
        store.put(id, name, "sha256:1");
        store.assertHas(id, name, "sha256:1");
        store.assertHasAll(id, List.of(name), Map.of(name, "sha256:1"));
    }
}
