package dev.restorer.shastore.tck;

import dev.restorer.api.LayerId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Faults of puts in bulk alone, in stores of which everything else is sound. */
final class BulkPutFaults {

    private BulkPutFaults() {}

    static Stream<Fault> all() {
        return Stream.of(
                ids("puts ids in lower case in bulk", "alikeNamesAreApart", id -> id.toLowerCase(Locale.ROOT)),
                names("trims names in bulk", "alikeNamesAreApart", String::strip),
                names("cuts names at 100 in bulk", "ordinaryNamesAreKept", layer -> SingleFaults.cut(layer, 100)),
                diffIds("trims diff ids in bulk", "diffIdComesBackAsItWas", String::strip),
                diffIds("cuts diff ids at 71 in bulk", "diffIdComesBackAsItWas", id -> SingleFaults.cut(id, 71)),
                new Fault("writes what was put in bulk on close", "putsAreSeenByOthersAtOnce", LateBulkStore::new));
    }

    private static Fault ids(String what, String caughtBy, UnaryOperator<String> id) {
        return puts(what, caughtBy, id, UnaryOperator.identity(), UnaryOperator.identity());
    }

    private static Fault names(String what, String caughtBy, UnaryOperator<String> name) {
        return puts(what, caughtBy, UnaryOperator.identity(), name, UnaryOperator.identity());
    }

    private static Fault diffIds(String what, String caughtBy, UnaryOperator<String> diffId) {
        return puts(what, caughtBy, UnaryOperator.identity(), UnaryOperator.identity(), diffId);
    }

    private static Fault puts(
            String what,
            String caughtBy,
            UnaryOperator<String> id,
            UnaryOperator<String> name,
            UnaryOperator<String> change) {
        return new Fault(what, caughtBy, kept -> new SoundStore(kept) {
            @Override
            public void putAll(String buildpackId, Map<String, String> diffIds) {
                diffIds.forEach((layer, diffId) -> put(id.apply(buildpackId), name.apply(layer), change.apply(diffId)));
            }
        });
    }

    /** Shows what was put in bulk to no other store until it is closed. */
    private static final class LateBulkStore extends SoundStore {
        private final Map<LayerId, String> kept;
        private final Map<LayerId, String> own = new ConcurrentHashMap<>();

        LateBulkStore(Map<LayerId, String> kept) {
            super(kept);
            this.kept = kept;
        }

        @Override
        public void putAll(String buildpackId, Map<String, String> diffIds) {
            requireUsable();
            diffIds.forEach((layer, diffId) -> own.put(new LayerId(buildpackId, layer), diffId));
        }

        @Override
        public Optional<String> get(String buildpackId, String layer) {
            return super.get(buildpackId, layer)
                    .or(() -> Optional.ofNullable(own.get(new LayerId(buildpackId, layer))));
        }

        @Override
        public void close() {
            super.close();
            kept.putAll(own);
        }
    }
}
