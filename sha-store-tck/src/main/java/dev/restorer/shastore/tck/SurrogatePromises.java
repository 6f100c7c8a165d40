package dev.restorer.shastore.tck;

import dev.restorer.api.LayerId;
import java.util.List;
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
                .filter(layer -> isKept(store, put, layer, diffIdOf(layer)))
                .toList();
        for (LayerId layer : alike) {
            if (kept.contains(layer)) {
                store.assertHas(layer.buildpackId(), layer.layer(), diffIdOf(layer));
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
            if (isKept(store, put, layer, diffId)) {
                store.assertHas(layer.buildpackId(), layer.layer(), diffId);
            } else {
                store.assertRefusesOrHasNone(layer.buildpackId(), layer.layer());
            }
        }
    }

    private static boolean isKept(TestedStore store, Put put, LayerId layer, String diffId) {
        return store.keeps(put, layer.buildpackId(), layer.layer(), diffId);
    }
}
