package dev.restorer.shastore.tck;

import dev.restorer.api.LayerId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The part of the contract about text that UTF-8 cannot encode: it is kept unchanged, or refused. */
abstract class SurrogatePromises extends NamePromises {

    SurrogatePromises() {}

    @ParameterizedTest(name = "put {0}")
    @EnumSource
    @DisplayName("Ids and names with an unpaired surrogate are distinct, or refused")
    void surrogatesInNamesAreKeptApartOrRefused(Put put) throws Exception {
        keepApartOrRefuse(put, Surrogates.alikeIds());
        keepApartOrRefuse(put, Surrogates.alikeLayers());
    }

    /**
     * Names without unpaired surrogates must be accepted as the store declares. Names with unpaired surrogates may be
     * refused in any case.
     */
    private void keepApartOrRefuse(Put put, List<LayerId> alike) throws Exception {
        TestedStore store = open(newBuild());
        List<LayerId> kept = alike.stream()
                .filter(layer -> Surrogates.areIn(layer) || accepts(layer))
                .filter(layer -> put.isKept(store, layer, diffIdOf(layer)))
                .toList();
        for (LayerId layer : alike) {
            if (kept.contains(layer)) {
                assertHas(store, layer, diffIdOf(layer));
            } else {
                store.assertRefusesOrHasNone(layer.buildpackId(), layer.layer());
            }
        }
    }

    private static String diffIdOf(LayerId layer) {
        return "of " + Shown.layer(layer.buildpackId(), layer.layer());
    }

    @ParameterizedTest(name = "put {0}")
    @EnumSource
    @DisplayName("A diff id with an unpaired surrogate is returned as it was put, or refused")
    void surrogatesInDiffIdsComeBackOrAreRefused(Put put) throws Exception {
        LayerId layer = new LayerId(BUILDPACK, "modules");
        for (String diffId : Surrogates.texts()) {
            TestedStore store = open(newBuild());
            if (put.isKept(store, layer, diffId)) {
                assertHas(store, layer, diffId);
            } else {
                store.assertRefusesOrHasNone(layer.buildpackId(), layer.layer());
            }
        }
    }

    private static void assertHas(TestedStore store, LayerId layer, String diffId) {
        String name = layer.layer();
        store.assertHas(layer.buildpackId(), name, diffId);
        store.assertHasAll(layer.buildpackId(), List.of(name), Map.of(name, diffId));
    }

    /** The methods that put a layer, which may be refused. */
    enum Put {
        ALONE {
            @Override
            boolean isKept(TestedStore store, LayerId layer, String diffId) {
                return store.keeps(layer.buildpackId(), layer.layer(), diffId);
            }
        },
        IN_BULK {
            @Override
            boolean isKept(TestedStore store, LayerId layer, String diffId) {
                return store.keepsInBulk(layer.buildpackId(), layer.layer(), diffId);
            }
        };

        abstract boolean isKept(TestedStore store, LayerId layer, String diffId);
    }
}
