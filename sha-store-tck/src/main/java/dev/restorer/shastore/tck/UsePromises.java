package dev.restorer.shastore.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.restorer.spi.ShaStore;
import dev.restorer.spi.ShaStoreException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a store promises about builds, threads, closing and failures. */
abstract class UsePromises extends BulkPromises {

    UsePromises() {}

    @Test
    @DisplayName("One build never gets what another put")
    void buildsAreApart() throws Exception {
        TestedStore one = open();
        TestedStore two = open(newBuild());
        one.put(BUILDPACK, "modules", "sha256:1");
        two.assertHasNone(BUILDPACK, "modules");
        two.putAll(BUILDPACK, Map.of("modules", "sha256:2"));
        one.assertHas(BUILDPACK, "modules", "sha256:1");
    }

    @Test
    @DisplayName("Closing the store of one build leaves that of another open")
    void closingOneBuildLeavesOthersOpen() throws Exception {
        TestedStore one = open();
        TestedStore two = open(newBuild());
        two.put(BUILDPACK, "modules", "sha256:2");
        one.close();
        two.assertHas(BUILDPACK, "modules", "sha256:2");
    }

    @Test
    @DisplayName("What was put is there for whoever opens the build after it was closed")
    void putsSurviveClose() throws Exception {
        TestedStore first = open();
        first.put(BUILDPACK, "modules", "sha256:1");
        first.putAll(BUILDPACK, Map.of("cache", ""));
        first.close();
        TestedStore second = open();
        assertSeenByOthers(second, "modules", "sha256:1");
        assertSeenByOthers(second, "cache", "");
    }

    @Test
    @DisplayName("What was put is there at once for whoever has the same build open")
    void putsAreSeenByOthersAtOnce() throws Exception {
        TestedStore first = open();
        TestedStore second = open();
        second.assertHasNone(BUILDPACK, "modules");
        first.put(BUILDPACK, "modules", "sha256:1");
        assertSeenByOthers(second, "modules", "sha256:1");
    }

    /** A store that is no more than its object must not share anything, or its hook tells an untruth. */
    private void assertSeenByOthers(TestedStore other, String layer, String diffId) {
        if (survivesClose()) {
            other.assertHas(BUILDPACK, layer, diffId);
        } else {
            other.assertHasNone(BUILDPACK, layer);
        }
    }

    @Test
    @DisplayName("Many threads use one store at once, and no put is lost")
    void manyThreads() throws Exception {
        TestedStore store = open();
        int rounds = Math.max(1, singleCalls() / 3);
        ManyThreads.run(thread -> {
            for (int i = 0; i < rounds; i++) {
                store.put(BUILDPACK, "layer-" + thread + "-" + i, "sha256:" + i);
                store.putAll("own-" + thread, Map.of("layer-" + i, "sha256:" + thread));
                store.put(BUILDPACK, "shared", "sha256:" + thread);
                store.assertHasOtherThan(BUILDPACK, "shared", "");
            }
        });
        ManyThreads.run(thread -> {
            for (int i = 0; i < rounds; i++) {
                store.assertHas(BUILDPACK, "layer-" + thread + "-" + i, "sha256:" + i);
                store.assertHas("own-" + thread, "layer-" + i, "sha256:" + thread);
            }
        });
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Call.class)
    @DisplayName("Use after close is an IllegalStateException")
    void useAfterCloseFails(Call call) throws Exception {
        TestedStore store = open();
        store.put(BUILDPACK, "modules", "sha256:1");
        store.close();
        assertThatExceptionOfType(IllegalStateException.class)
                .as(store.what(call + " after close", BUILDPACK, "modules"))
                .isThrownBy(() -> call.on(store.store(), BUILDPACK, "modules"));
    }

    @Test
    @DisplayName("Closing twice does nothing")
    void closeTwice() throws Exception {
        TestedStore store = open();
        store.close();
        store.close();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(NullCall.class)
    @DisplayName("A null is a NullPointerException")
    void nullFails(NullCall call) throws Exception {
        TestedStore store = open();
        assertThatExceptionOfType(NullPointerException.class)
                .as(store.what(call + " null", BUILDPACK, "modules"))
                .isThrownBy(() -> call.on(store.store()));
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Call.class)
    @DisplayName("What goes wrong in the store is a ShaStoreException that says what to do")
    void failureIsShaStoreException(Call call) throws Exception {
        @Nullable ShaStore opened;
        try {
            opened = openBrokenStore();
        } catch (ShaStoreException e) {
            assertThat(e.remedy()).as("remedy of what openBrokenStore() throws").isNotBlank();
            return;
        }
        if (opened == null) {
            return; // nothing can go wrong in such a store
        }
        TestedStore store = closedAfterTest(new TestedStore(opened, "of openBrokenStore()"));
        String what = store.what(call.toString(), BUILDPACK, "modules");
        assertThatExceptionOfType(ShaStoreException.class)
                .as(what)
                .isThrownBy(() -> call.on(store.store(), BUILDPACK, "modules"))
                .satisfies(e -> assertThat(e.remedy()).as("remedy of " + what).isNotBlank());
    }
}
