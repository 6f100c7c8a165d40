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

/** The part of the contract about builds, threads, closing and failures. */
abstract class UsePromises extends BulkPromises {

    UsePromises() {}

    @Test
    @DisplayName("A build never gets the diff ids of another build")
    void buildsAreApart() throws Exception {
        TestedStore one = open();
        TestedStore two = open(newBuild());
        one.put(BUILDPACK, "modules", "sha256:1");
        two.assertHasNone(BUILDPACK, "modules");
        two.putAll(BUILDPACK, Map.of("modules", "sha256:2"));
        one.assertHas(BUILDPACK, "modules", "sha256:1");
    }

    @Test
    @DisplayName("Closing the store of one build does not close that of another")
    void closingOneBuildLeavesOthersOpen() throws Exception {
        TestedStore one = open();
        TestedStore two = open(newBuild());
        two.put(BUILDPACK, "modules", "sha256:2");
        one.close();
        two.assertHas(BUILDPACK, "modules", "sha256:2");
    }

    @Test
    @DisplayName("Diff ids can be got after the store was closed and opened again")
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
    @DisplayName("Diff ids can be got at once from another open store of the same build")
    void putsAreSeenByOthersAtOnce() throws Exception {
        TestedStore first = open();
        TestedStore second = open();
        second.assertHasNone(BUILDPACK, "modules");
        first.put(BUILDPACK, "modules", "sha256:1");
        assertSeenByOthers(second, "modules", "sha256:1");
    }

    /** If {@link #survivesClose()} is false, the store must not share anything with another store. */
    private void assertSeenByOthers(TestedStore other, String layer, String diffId) {
        if (survivesClose()) {
            other.assertHas(BUILDPACK, layer, diffId);
        } else {
            other.assertHasNone(BUILDPACK, layer);
        }
    }

    @Test
    @DisplayName("Many threads can use one store at once, and no put is lost")
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
    @DisplayName("Use after close throws an IllegalStateException")
    void useAfterCloseFails(Call call) throws Exception {
        TestedStore store = open();
        store.put(BUILDPACK, "modules", "sha256:1");
        store.close();
        assertThatExceptionOfType(IllegalStateException.class)
                .as(store.what(call + " after close", BUILDPACK, "modules"))
                .isThrownBy(() -> call.on(store.store(), BUILDPACK, "modules"));
    }

    @Test
    @DisplayName("Closing twice has no effect")
    void closeTwice() throws Exception {
        TestedStore store = open();
        store.close();
        store.close();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(NullCall.class)
    @DisplayName("A null argument throws a NullPointerException")
    void nullFails(NullCall call) throws Exception {
        TestedStore store = open();
        assertThatExceptionOfType(NullPointerException.class)
                .as(store.what(call + " null", BUILDPACK, "modules"))
                .isThrownBy(() -> call.on(store.store()));
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Call.class)
    @DisplayName("A failure of the store is a ShaStoreException with a remedy")
    void failureIsShaStoreException(Call call) throws Exception {
        @Nullable ShaStore opened;
        try {
            opened = openBrokenStore();
        } catch (ShaStoreException e) {
            assertThat(e.remedy()).as("remedy of what openBrokenStore() throws").isNotBlank();
            return;
        }
        if (opened == null) {
            return; // such a store cannot fail
        }
        TestedStore store = closedAfterTest(new TestedStore(opened, "of openBrokenStore()"));
        String what = store.what(call.toString(), BUILDPACK, "modules");
        assertThatExceptionOfType(ShaStoreException.class)
                .as(what)
                .isThrownBy(() -> call.on(store.store(), BUILDPACK, "modules"))
                .satisfies(e -> assertThat(e.remedy()).as("remedy of " + what).isNotBlank());
    }
}
