package dev.restorer.shastore.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.api.LayerId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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
        putAndGet(layer);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.restorer.shastore.tck.Samples#oddLayers")
    @DisplayName("Unusual ids and names are accepted, or refused if the store declares so")
    void oddNamesAreKeptOrRefused(LayerId layer) throws Exception {
        if (accepts(layer)) {
            putAndGet(layer);
        } else {
            open().assertRefuses(layer);
        }
    }

    @ParameterizedTest(name = "put {0}")
    @EnumSource
    @DisplayName("Every layer has its own diff id, whatever its name")
    void everyNameHasItsOwnDiffId(Put put) throws Exception {
        TestedStore store = open();
        List<LayerId> layers = Samples.layers().filter(this::accepts).toList();
        for (LayerId layer : layers) {
            store.put(put, layer.buildpackId(), layer.layer(), "of " + layer);
        }
        for (LayerId layer : layers) {
            store.assertHas(layer.buildpackId(), layer.layer(), "of " + layer);
        }
    }

    @ParameterizedTest(name = "{0} and {1}")
    @MethodSource("dev.restorer.shastore.tck.Samples#alikeLayers")
    @DisplayName("Similar ids and names are distinct")
    void alikeNamesAreApart(LayerId one, LayerId other) throws Exception {
        if (!accepts(one) || !accepts(other)) {
            open().assertRefuses(accepts(one) ? other : one);
            return;
        }
        for (Put put : Put.values()) {
            TestedStore store = openFor(put);
            store.put(put, one.buildpackId(), one.layer(), "sha256:1");
            if (keepsApart(one, other)) {
                assertPutsApart(store, put, one, other);
            } else {
                store.assertHas(other.buildpackId(), other.layer(), "sha256:1");
            }
        }
    }

    private static void assertPutsApart(TestedStore store, Put put, LayerId one, LayerId other) {
        store.assertHasNone(other.buildpackId(), other.layer());
        store.put(put, other.buildpackId(), other.layer(), "sha256:2");
        store.assertHas(one.buildpackId(), one.layer(), "sha256:1");
        if (one.buildpackId().equals(other.buildpackId())) {
            store.assertHasAll(
                    one.buildpackId(),
                    List.of(one.layer(), other.layer()),
                    Map.of(one.layer(), "sha256:1", other.layer(), "sha256:2"));
        }
    }

    private void putAndGet(LayerId layer) throws Exception {
        String id = layer.buildpackId();
        String name = layer.layer();
        for (Put put : Put.values()) {
            TestedStore store = openFor(put);
            store.assertHasNone(id, name);
            store.put(put, id, name, "sha256:1");
            store.assertHas(id, name, "sha256:1");
        }
    }
}
