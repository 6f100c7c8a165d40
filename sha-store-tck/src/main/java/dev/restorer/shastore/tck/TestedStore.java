package dev.restorer.shastore.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.restorer.api.LayerId;
import dev.restorer.spi.ShaStore;
import dev.restorer.spi.ShaStoreException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A store that was opened for a build. Its assertion messages name the layer and the build. */
record TestedStore(ShaStore store, String build) {

    void put(String buildpackId, String layer, String diffId) {
        succeed(what("put", buildpackId, layer), () -> store.put(buildpackId, layer, diffId));
    }

    void putAll(String buildpackId, Map<String, String> diffIds) {
        succeed(what("putAll", buildpackId, diffIds.keySet()), () -> store.putAll(buildpackId, diffIds));
    }

    void close() {
        succeed("close, build " + build, store::close);
    }

    /** Puts a diff id, and returns whether it was accepted. */
    boolean keeps(String buildpackId, String layer, String diffId) {
        return isNotRefused(what("put", buildpackId, layer), () -> store.put(buildpackId, layer, diffId));
    }

    boolean keepsInBulk(String buildpackId, String layer, String diffId) {
        return isNotRefused(what("putAll", buildpackId, layer), () -> store.putAll(buildpackId, Map.of(layer, diffId)));
    }

    void assertHas(String buildpackId, String layer, String diffId) {
        String what = what("get", buildpackId, layer);
        assertThat(get(what, buildpackId, layer)).as(what).isEqualTo(Shown.text(diffId));
    }

    void assertHasNone(String buildpackId, String layer) {
        String what = what("get", buildpackId, layer);
        assertThat(get(what, buildpackId, layer)).as(what).isEqualTo(Shown.NONE);
    }

    void assertHasOtherThan(String buildpackId, String layer, String diffId) {
        String what = what("get", buildpackId, layer);
        assertThat(get(what, buildpackId, layer)).as(what).isNotIn(Shown.NONE, Shown.text(diffId));
    }

    private String get(String what, String buildpackId, String layer) {
        return Shown.diffId(returned(what, () -> store.get(buildpackId, layer)).orElse(null));
    }

    /** Gets layers in bulk. The expected diff ids do not contain layers without one. */
    void assertHasAll(String buildpackId, Collection<String> layers, Map<String, String> expected) {
        Map<String, String> got =
                returned(what("getAll", buildpackId, layers), () -> store.getAll(buildpackId, layers));
        expected.forEach((layer, diffId) -> assertSame(buildpackId, layer, got.get(layer), diffId));
        got.forEach((layer, diffId) -> assertSame(buildpackId, layer, diffId, expected.get(layer)));
    }

    private void assertSame(String buildpackId, String layer, @Nullable String got, @Nullable String expected) {
        if (!Objects.equals(got, expected)) { // a quick check first, since there may be very many
            assertThat(Shown.diffId(got)).as(what("getAll", buildpackId, layer)).isEqualTo(Shown.diffId(expected));
        }
    }

    void assertRefuses(LayerId layer) {
        for (Call call : Call.values()) {
            assertThatExceptionOfType(ShaStoreException.class)
                    .as(what(call.name(), layer.buildpackId(), layer.layer()))
                    .isThrownBy(() -> call.on(store, layer.buildpackId(), layer.layer()));
        }
    }

    /** Checks that a layer whose put was refused cannot be got: the get is refused, or returns none. */
    void assertRefusesOrHasNone(String buildpackId, String layer) {
        if (isNotRefused(what("get", buildpackId, layer), () -> Call.GET.on(store, buildpackId, layer))) {
            assertHasNone(buildpackId, layer);
        }
        if (isNotRefused(what("getAll", buildpackId, layer), () -> Call.GET_ALL.on(store, buildpackId, layer))) {
            assertHasAll(buildpackId, List.of(layer), Map.of());
        }
    }

    /** Describes a call, with the layer and the build. */
    String what(String call, String buildpackId, String layer) {
        return call + ", layer " + Shown.layer(buildpackId, layer) + ", build " + build;
    }

    private String what(String call, String buildpackId, Collection<String> layers) {
        String others = layers.size() > 1 ? " and " + (layers.size() - 1) + " more" : "";
        return layers.stream()
                .findFirst()
                .map(first -> what(call, buildpackId, first) + others)
                .orElse(call + " of nothing, build " + build);
    }

    private static void succeed(String what, Runnable call) {
        boolean unused = returned(what, () -> {
            call.run();
            return true;
        });
    }

    private static boolean isNotRefused(String what, Runnable call) {
        return returned(what, () -> {
            try {
                call.run();
                return true;
            } catch (ShaStoreException e) {
                return false;
            }
        });
    }

    private static <T> T returned(String what, Supplier<@Nullable T> call) {
        @Nullable T returned;
        try {
            returned = call.get();
        } catch (RuntimeException e) {
            throw new AssertionError("[" + what + "] " + e, e);
        }
        assertThat(returned).as(what).isNotNull();
        return returned;
    }
}
