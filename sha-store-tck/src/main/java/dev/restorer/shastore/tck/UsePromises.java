package dev.restorer.shastore.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.restorer.spi.ShaStore;
import dev.restorer.spi.ShaStoreException;
import java.util.Map;
import java.util.Optional;
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
        ShaStore one = open();
        ShaStore two = open(newBuild());
        one.put(BUILDPACK, "modules", "sha256:1");
        assertThat(two.get(BUILDPACK, "modules")).isEmpty();
        two.putAll(BUILDPACK, Map.of("modules", "sha256:2"));
        assertThat(one.get(BUILDPACK, "modules")).contains("sha256:1");
    }

    @Test
    @DisplayName("Closing the store of one build leaves that of another open")
    void closingOneBuildLeavesOthersOpen() throws Exception {
        ShaStore one = open();
        ShaStore two = open(newBuild());
        two.put(BUILDPACK, "modules", "sha256:2");
        one.close();
        assertThat(two.get(BUILDPACK, "modules")).contains("sha256:2");
    }

    @Test
    @DisplayName("What was put is there for whoever opens the build after it was closed")
    void putsSurviveClose() throws Exception {
        ShaStore first = open();
        first.put(BUILDPACK, "modules", "sha256:1");
        first.putAll(BUILDPACK, Map.of("cache", ""));
        first.close();
        ShaStore second = open();
        assertThat(second.get(BUILDPACK, "modules")).isEqualTo(seenByOthers("sha256:1"));
        assertThat(second.get(BUILDPACK, "cache")).isEqualTo(seenByOthers(""));
    }

    @Test
    @DisplayName("What was put is there at once for whoever has the same build open")
    void putsAreSeenByOthersAtOnce() throws Exception {
        ShaStore first = open();
        ShaStore second = open();
        assertThat(second.get(BUILDPACK, "modules")).isEmpty();
        first.put(BUILDPACK, "modules", "sha256:1");
        assertThat(second.get(BUILDPACK, "modules")).isEqualTo(seenByOthers("sha256:1"));
    }

    /** A store that is no more than its object must not share anything, or its hook tells an untruth. */
    private Optional<String> seenByOthers(String diffId) {
        return survivesClose() ? Optional.of(diffId) : Optional.empty();
    }

    @Test
    @DisplayName("Many threads use one store at once, and no put is lost")
    void manyThreads() throws Exception {
        ShaStore store = open();
        ManyThreads.run(thread -> {
            for (int i = 0; i < 100; i++) {
                store.put(BUILDPACK, "layer-" + thread + "-" + i, "sha256:" + i);
                store.putAll("own-" + thread, Map.of("layer-" + i, "sha256:" + thread));
                store.put(BUILDPACK, "shared", "sha256:" + thread);
                assertThat(store.get(BUILDPACK, "shared")).isPresent();
            }
        });
        ManyThreads.run(thread -> {
            for (int i = 0; i < 100; i++) {
                assertThat(store.get(BUILDPACK, "layer-" + thread + "-" + i)).contains("sha256:" + i);
                assertThat(store.get("own-" + thread, "layer-" + i)).contains("sha256:" + thread);
            }
        });
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Call.class)
    @DisplayName("Use after close is an IllegalStateException")
    void useAfterCloseFails(Call call) throws Exception {
        ShaStore store = open();
        store.put(BUILDPACK, "modules", "sha256:1");
        store.close();
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> call.on(store));
    }

    @Test
    @DisplayName("Closing twice does nothing")
    void closeTwice() throws Exception {
        ShaStore store = open();
        store.close();
        assertThatNoException().isThrownBy(store::close);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(NullCall.class)
    @DisplayName("A null is a NullPointerException")
    void nullFails(NullCall call) throws Exception {
        ShaStore store = open();
        assertThatExceptionOfType(NullPointerException.class).isThrownBy(() -> call.on(store));
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Call.class)
    @DisplayName("What goes wrong in the store is a ShaStoreException that says what to do")
    void failureIsShaStoreException(Call call) throws Exception {
        @Nullable ShaStore store;
        try {
            store = openBrokenStore();
        } catch (ShaStoreException e) {
            assertThat(e.remedy()).isNotBlank();
            return;
        }
        if (store == null) {
            return; // nothing can go wrong in such a store
        }
        ShaStore broken = closedAfterTest(store);
        assertThatExceptionOfType(ShaStoreException.class)
                .isThrownBy(() -> call.on(broken))
                .satisfies(e -> assertThat(e.remedy()).isNotBlank());
    }
}
