package dev.restorer.shastore.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.spi.ShaStore;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a store promises about one layer. */
abstract class SinglePromises extends OpenedStores {

    SinglePromises() {}

    @Test
    @DisplayName("A layer that was never put is absent")
    void absentIsEmpty() throws Exception {
        ShaStore store = open();
        assertThat(store.get(BUILDPACK, "modules")).isEmpty();
        store.put(BUILDPACK, "modules", "sha256:1");
        assertThat(store.get(BUILDPACK, "other")).isEmpty();
        assertThat(store.get("other", "modules")).isEmpty();
    }

    @Test
    @DisplayName("What was put can be got, again and again")
    void putThenGet() throws Exception {
        ShaStore store = open();
        store.put(BUILDPACK, "modules", "sha256:1");
        assertThat(store.get(BUILDPACK, "modules")).contains("sha256:1");
        assertThat(store.get(BUILDPACK, "modules")).contains("sha256:1");
    }

    @Test
    @DisplayName("The last put of a layer wins, whether its diff id is longer or shorter")
    void lastPutWins() throws Exception {
        ShaStore store = open();
        for (String diffId : new String[] {"sha256:1", "sha256:1-and-more", "sha256:2", ""}) {
            store.put(BUILDPACK, "modules", diffId);
            assertThat(store.get(BUILDPACK, "modules")).contains(diffId);
        }
    }

    @Test
    @DisplayName("An empty diff id is kept, and is not the absence of one")
    void emptyDiffIdIsKept() throws Exception {
        ShaStore store = open();
        store.put(BUILDPACK, "modules", "");
        assertThat(store.get(BUILDPACK, "modules")).contains("");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.restorer.shastore.tck.Samples#diffIds")
    @DisplayName("A diff id comes back as it was put")
    void diffIdComesBackAsItWas(String diffId) throws Exception {
        ShaStore store = open();
        store.put(BUILDPACK, "modules", diffId);
        Optional<String> got = store.get(BUILDPACK, "modules");
        assertThat(got).isNotEmpty();
        assertThat(got.equals(Optional.of(diffId))).isEqualTo(keeps(diffId));
    }

    @Test
    @DisplayName("The same layer name in two buildpacks is two layers")
    void buildpacksAreApart() throws Exception {
        ShaStore store = open();
        store.put("one", "modules", "sha256:1");
        store.put("two", "modules", "sha256:2");
        assertThat(store.get("one", "modules")).contains("sha256:1");
        assertThat(store.get("two", "modules")).contains("sha256:2");
    }
}
