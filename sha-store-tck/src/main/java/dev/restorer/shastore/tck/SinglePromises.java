package dev.restorer.shastore.tck;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The part of the contract about one layer, which is put in each way. */
abstract class SinglePromises extends OpenedStores {

    SinglePromises() {}

    @ParameterizedTest(name = "put {0}")
    @EnumSource
    @DisplayName("A layer that was not put has no diff id")
    void absentIsEmpty(Put put) throws Exception {
        TestedStore store = open();
        store.assertHasNone(BUILDPACK, "modules");
        store.put(put, BUILDPACK, "modules", "sha256:1");
        store.assertHasNone(BUILDPACK, "other");
        store.assertHasNone("other", "modules");
    }

    @ParameterizedTest(name = "put {0}")
    @EnumSource
    @DisplayName("A diff id that was put can be got repeatedly")
    void putThenGet(Put put) throws Exception {
        TestedStore store = open();
        store.put(put, BUILDPACK, "modules", "sha256:1");
        store.assertHas(BUILDPACK, "modules", "sha256:1");
        store.assertHas(BUILDPACK, "modules", "sha256:1");
    }

    @ParameterizedTest(name = "put {0}")
    @EnumSource
    @DisplayName("The last put of a layer replaces a longer or shorter diff id")
    void lastPutWins(Put put) throws Exception {
        TestedStore store = open();
        for (String diffId : new String[] {"sha256:1", "sha256:1-and-more", "sha256:2", ""}) {
            store.put(put, BUILDPACK, "modules", diffId);
            store.assertHas(BUILDPACK, "modules", diffId);
        }
    }

    @ParameterizedTest(name = "put {0}")
    @EnumSource
    @DisplayName("An empty diff id is kept, and differs from no diff id")
    void emptyDiffIdIsKept(Put put) throws Exception {
        TestedStore store = open();
        store.put(put, BUILDPACK, "modules", "");
        store.assertHas(BUILDPACK, "modules", "");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.restorer.shastore.tck.Samples#diffIds")
    @DisplayName("A diff id is returned as it was put")
    void diffIdComesBackAsItWas(String diffId) throws Exception {
        for (Put put : Put.values()) {
            TestedStore store = openFor(put);
            store.put(put, BUILDPACK, "modules", diffId);
            if (keeps(diffId)) {
                store.assertHas(BUILDPACK, "modules", diffId);
            } else {
                store.assertHasOtherThan(BUILDPACK, "modules", diffId);
            }
        }
    }

    @ParameterizedTest(name = "put {0}")
    @EnumSource
    @DisplayName("Layers of two buildpacks with the same name are distinct")
    void buildpacksAreApart(Put put) throws Exception {
        TestedStore store = open();
        store.put(put, "one", "modules", "sha256:1");
        store.put(put, "two", "modules", "sha256:2");
        store.assertHas("one", "modules", "sha256:1");
        store.assertHas("two", "modules", "sha256:2");
    }
}
