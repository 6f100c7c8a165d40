package dev.restorer.shastore.tck;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The part of the contract about one layer. */
abstract class SinglePromises extends OpenedStores {

    SinglePromises() {}

    @Test
    @DisplayName("A layer that was not put has no diff id")
    void absentIsEmpty() throws Exception {
        TestedStore store = open();
        store.assertHasNone(BUILDPACK, "modules");
        store.put(BUILDPACK, "modules", "sha256:1");
        store.assertHasNone(BUILDPACK, "other");
        store.assertHasNone("other", "modules");
    }

    @Test
    @DisplayName("A diff id that was put can be got repeatedly")
    void putThenGet() throws Exception {
        TestedStore store = open();
        store.put(BUILDPACK, "modules", "sha256:1");
        store.assertHas(BUILDPACK, "modules", "sha256:1");
        store.assertHas(BUILDPACK, "modules", "sha256:1");
    }

    @Test
    @DisplayName("The last put of a layer replaces a longer or shorter diff id")
    void lastPutWins() throws Exception {
        TestedStore store = open();
        for (String diffId : new String[] {"sha256:1", "sha256:1-and-more", "sha256:2", ""}) {
            store.put(BUILDPACK, "modules", diffId);
            store.assertHas(BUILDPACK, "modules", diffId);
        }
    }

    @Test
    @DisplayName("An empty diff id is kept, and differs from no diff id")
    void emptyDiffIdIsKept() throws Exception {
        TestedStore store = open();
        store.put(BUILDPACK, "modules", "");
        store.assertHas(BUILDPACK, "modules", "");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.restorer.shastore.tck.Samples#diffIds")
    @DisplayName("A diff id is returned as it was put")
    void diffIdComesBackAsItWas(String diffId) throws Exception {
        TestedStore store = open();
        store.put(BUILDPACK, "modules", diffId);
        if (keeps(diffId)) {
            store.assertHas(BUILDPACK, "modules", diffId);
        } else {
            store.assertHasOtherThan(BUILDPACK, "modules", diffId);
        }
    }

    @Test
    @DisplayName("Layers of two buildpacks with the same name are distinct")
    void buildpacksAreApart() throws Exception {
        TestedStore store = open();
        store.put("one", "modules", "sha256:1");
        store.put("two", "modules", "sha256:2");
        store.assertHas("one", "modules", "sha256:1");
        store.assertHas("two", "modules", "sha256:2");
    }
}
