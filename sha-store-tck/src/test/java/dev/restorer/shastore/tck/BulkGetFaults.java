package dev.restorer.shastore.tck;

import dev.restorer.api.LayerId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Faults of gets in bulk alone, in stores of which everything else is sound. */
final class BulkGetFaults {

    private BulkGetFaults() {}

    static Stream<Fault> all() {
        return Stream.of(
                diffIds("trims diff ids that it gets in bulk", String::strip),
                diffIds("cuts diff ids that it gets in bulk at 71", diffId -> SingleFaults.cut(diffId, 71)),
                gets(
                        "gets in bulk the same layer of another buildpack",
                        "absentIsEmpty",
                        BulkGetFaults::ofAnyBuildpack),
                gets("has nulls for layers without a diff id", "bulkGetLeavesOutAbsent", (kept, layers, got) -> {
                    Map<String, String> withNulls = new HashMap<>(got);
                    layers.forEach(layer -> withNulls.putIfAbsent(layer, null));
                    return withNulls;
                }),
                gets("ignores case in bulk", "alikeNamesAreApart", (kept, layers, got) -> {
                    Map<String, String> ignoringCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
                    ignoringCase.putAll(got);
                    return ignoringCase;
                }));
    }

    private static Map<String, String> ofAnyBuildpack(
            Map<LayerId, String> kept, Collection<String> layers, Map<String, String> got) {
        Map<String, String> ofAny = new HashMap<>(got);
        kept.forEach((id, diffId) -> {
            if (layers.contains(id.layer())) {
                ofAny.putIfAbsent(id.layer(), diffId);
            }
        });
        return ofAny;
    }

    private static Fault diffIds(String what, UnaryOperator<String> change) {
        return gets(what, "diffIdComesBackAsItWas", (kept, layers, got) -> {
            Map<String, String> changed = new HashMap<>(got);
            changed.replaceAll((layer, diffId) -> change.apply(diffId));
            return changed;
        });
    }

    private interface BulkGet {
        Map<String, String> change(Map<LayerId, String> kept, Collection<String> layers, Map<String, String> got);
    }

    private static Fault gets(String what, String caughtBy, BulkGet get) {
        return new Fault(what, caughtBy, kept -> new SoundStore(kept) {
            @Override
            public Map<String, String> getAll(String buildpackId, Collection<String> layers) {
                return get.change(kept, layers, super.getAll(buildpackId, layers));
            }
        });
    }
}
