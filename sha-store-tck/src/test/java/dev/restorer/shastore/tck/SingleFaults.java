package dev.restorer.shastore.tck;

import dev.restorer.api.LayerId;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Faults in what is kept of one layer, and in its name. */
final class SingleFaults {

    private SingleFaults() {}

    static Stream<Fault> all() {
        return Stream.of(
                new Fault("has a diff id for every layer", "absentIsEmpty", InventingStore::new),
                new Fault("forgets a layer once it was got", "putThenGet", ForgetfulStore::new),
                new Fault("keeps the first put", "lastPutWins", FirstPutStore::new),
                diffIds(
                        "takes an empty diff id for none",
                        "emptyDiffIdIsKept",
                        diffId -> diffId.isEmpty() ? "none" : diffId),
                diffIds("trims diff ids", "diffIdComesBackAsItWas", String::strip),
                diffIds("cuts diff ids at 255", "diffIdComesBackAsItWas", diffId -> cut(diffId, 255)),
                names("knows layers by name alone", "buildpacksAreApart", id -> "", layer -> layer),
                names(
                        "knows buildpacks by three letters",
                        "everyNameHasItsOwnDiffId",
                        id -> cut(id, 3),
                        layer -> layer),
                names("escapes slashes", "alikeNamesAreApart", id -> id.replace('/', '_'), layer -> layer),
                names("ignores case", "alikeNamesAreApart", id -> id, layer -> layer.replace('M', 'm')),
                names(
                        "knows layers by hash codes",
                        "alikeNamesAreApart",
                        id -> String.valueOf(id.hashCode()),
                        layer -> String.valueOf(layer.hashCode())),
                names("trims names", "alikeNamesAreApart", id -> id, String::strip),
                new Fault("refuses spaces", "ordinaryNamesAreKept", kept -> new RefusingStore(kept, " ")),
                new Fault("refuses backslashes", "oddNamesAreKeptOrRefused", kept -> new RefusingStore(kept, "\\")));
    }

    static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    private static Fault diffIds(String what, String caughtBy, UnaryOperator<String> change) {
        return new Fault(what, caughtBy, kept -> new SoundStore(kept) {
            @Override
            public void put(String buildpackId, String layer, String diffId) {
                super.put(buildpackId, layer, change.apply(diffId));
            }
        });
    }

    static Fault names(String what, String caughtBy, UnaryOperator<String> id, UnaryOperator<String> name) {
        return new Fault(what, caughtBy, kept -> new SoundStore(kept) {
            @Override
            public void put(String buildpackId, String layer, String diffId) {
                super.put(id.apply(buildpackId), name.apply(layer), diffId);
            }

            @Override
            public Optional<String> get(String buildpackId, String layer) {
                return super.get(id.apply(buildpackId), name.apply(layer));
            }
        });
    }

    private static final class InventingStore extends SoundStore {
        InventingStore(Map<LayerId, String> kept) {
            super(kept);
        }

        @Override
        public Optional<String> get(String buildpackId, String layer) {
            return super.get(buildpackId, layer).or(() -> Optional.of(""));
        }
    }

    private static final class ForgetfulStore extends SoundStore {
        private final Map<LayerId, String> kept;

        ForgetfulStore(Map<LayerId, String> kept) {
            super(kept);
            this.kept = kept;
        }

        @Override
        public Optional<String> get(String buildpackId, String layer) {
            Optional<String> diffId = super.get(buildpackId, layer);
            kept.remove(new LayerId(buildpackId, layer));
            return diffId;
        }
    }

    private static final class FirstPutStore extends SoundStore {
        FirstPutStore(Map<LayerId, String> kept) {
            super(kept);
        }

        @Override
        public void put(String buildpackId, String layer, String diffId) {
            if (get(buildpackId, layer).isEmpty()) {
                super.put(buildpackId, layer, diffId);
            }
        }
    }

    private static final class RefusingStore extends SoundStore {
        private final String refused;

        RefusingStore(Map<LayerId, String> kept, String refused) {
            super(kept);
            this.refused = refused;
        }

        @Override
        public void put(String buildpackId, String layer, String diffId) {
            if (layer.contains(refused)) {
                throw new IllegalArgumentException("It is refused");
            }
            super.put(buildpackId, layer, diffId);
        }
    }
}
