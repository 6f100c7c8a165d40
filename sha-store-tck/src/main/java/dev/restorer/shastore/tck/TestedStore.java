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
import org.jspecify.annotations.Nullable;

/** A store that was opened for a build. Its assertion messages name the layer and the build. */
record TestedStore(ShaStore store, String build) {

    void put(String buildpackId, String layer, String diffId) {
        put(Put.ALONE, buildpackId, layer, diffId);
    }

    void put(Put put, String buildpackId, String layer, String diffId) {
        NamedCalls.succeed(what(put.method(), buildpackId, layer), () -> put.to(store, buildpackId, layer, diffId));
    }

    void putAll(String buildpackId, Map<String, String> diffIds) {
        NamedCalls.succeed(what("putAll", buildpackId, diffIds.keySet()), () -> store.putAll(buildpackId, diffIds));
    }

    void close() {
        NamedCalls.succeed("close, build " + build, store::close);
    }

    /** Puts a diff id, and returns whether it was accepted. */
    boolean keeps(Put put, String buildpackId, String layer, String diffId) {
        return NamedCalls.isNotRefused(
                what(put.method(), buildpackId, layer), () -> put.to(store, buildpackId, layer, diffId));
    }

    void assertHas(String buildpackId, String layer, String diffId) {
        for (Get get : Get.values()) {
            assertGets(get, buildpackId, List.of(layer), Map.of(layer, diffId));
        }
    }

    void assertHasNone(String buildpackId, String layer) {
        for (Get get : Get.values()) {
            assertGets(get, buildpackId, List.of(layer), Map.of());
        }
    }

    void assertHasOtherThan(String buildpackId, String layer, String diffId) {
        for (Get get : Get.values()) {
            assertThat(got(get, buildpackId, layer))
                    .as(what(get.method(), buildpackId, layer))
                    .isNotIn(Shown.NONE, Shown.text(diffId));
        }
    }

    void assertHasOneOf(String buildpackId, String layer, List<String> diffIds) {
        for (Get get : Get.values()) {
            assertThat(got(get, buildpackId, layer))
                    .as(what(get.method(), buildpackId, layer))
                    .isIn(diffIds.stream().map(Shown::text).toList());
        }
    }

    /** Gets layers in bulk. The expected diff ids do not contain layers without one. */
    void assertHasAll(String buildpackId, Collection<String> layers, Map<String, String> expected) {
        assertGets(Get.IN_BULK, buildpackId, layers, expected);
    }

    private void assertGets(Get get, String buildpackId, Collection<String> layers, Map<String, String> expected) {
        Map<String, String> got = got(get, buildpackId, layers);
        expected.forEach((layer, diffId) -> assertSame(get, buildpackId, layer, got.get(layer), diffId));
        got.forEach((layer, diffId) -> assertSame(get, buildpackId, layer, diffId, expected.get(layer)));
        if (got.size() != expected.size()) { // the map has nulls, which a restore would take for diff ids
            assertThat(got).as(what(get.method(), buildpackId, layers)).isEqualTo(expected);
        }
    }

    private void assertSame(
            Get get, String buildpackId, String layer, @Nullable String got, @Nullable String expected) {
        if (!Objects.equals(got, expected)) { // a quick check first, since there may be very many
            assertThat(Shown.diffId(got))
                    .as(what(get.method(), buildpackId, layer))
                    .isEqualTo(Shown.diffId(expected));
        }
    }

    private String got(Get get, String buildpackId, String layer) {
        return Shown.diffId(got(get, buildpackId, List.of(layer)).get(layer));
    }

    private Map<String, String> got(Get get, String buildpackId, Collection<String> layers) {
        return NamedCalls.returned(what(get.method(), buildpackId, layers), () -> get.from(store, buildpackId, layers));
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
        for (Get get : Get.values()) {
            List<String> layers = List.of(layer);
            String what = what(get.method(), buildpackId, layer);
            if (NamedCalls.isNotRefused(what, () -> get.from(store, buildpackId, layers))) {
                assertGets(get, buildpackId, layers, Map.of());
            }
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
}
