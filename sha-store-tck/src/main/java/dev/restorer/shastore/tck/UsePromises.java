package dev.restorer.shastore.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.restorer.spi.ShaStore;
import dev.restorer.spi.ShaStoreException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The part of the contract about builds, closing and failures. */
abstract class UsePromises extends ThreadPromises {

    UsePromises() {}

    @ParameterizedTest(name = "put {0}")
    @EnumSource
    @DisplayName("A build never gets the diff ids of another build")
    void buildsAreApart(Put put) throws Exception {
        TestedStore one = open();
        TestedStore two = open(newBuild());
        one.put(put, BUILDPACK, "modules", "sha256:1");
        two.assertHasNone(BUILDPACK, "modules");
        two.put(put, BUILDPACK, "modules", "sha256:2");
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

    @ParameterizedTest(name = "put {0}")
    @EnumSource
    @DisplayName("Diff ids can be got after the store was closed and opened again")
    void putsSurviveClose(Put put) throws Exception {
        TestedStore first = open();
        first.put(put, BUILDPACK, "modules", "sha256:1");
        first.put(put, BUILDPACK, "cache", "");
        first.close();
        TestedStore second = open();
        assertSeenByOthers(second, "modules", "sha256:1");
        assertSeenByOthers(second, "cache", "");
    }

    @ParameterizedTest(name = "put {0}")
    @EnumSource
    @DisplayName("Diff ids can be got at once from another open store of the same build")
    void putsAreSeenByOthersAtOnce(Put put) throws Exception {
        TestedStore first = open();
        TestedStore second = open();
        second.assertHasNone(BUILDPACK, "modules");
        first.put(put, BUILDPACK, "modules", "sha256:1");
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
