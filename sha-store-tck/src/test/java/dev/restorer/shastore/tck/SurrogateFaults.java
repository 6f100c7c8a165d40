package dev.restorer.shastore.tck;

import dev.restorer.api.LayerId;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Faults in what becomes of unpaired surrogates. */
final class SurrogateFaults {

    private static final String NAMES = "surrogatesInNamesAreKeptApartOrRefused";
    private static final String DIFF_IDS = "surrogatesInDiffIdsComeBackOrAreRefused";

    private SurrogateFaults() {}

    static Stream<Fault> all() {
        return Stream.of(
                names(
                        "writes ids in UTF-8, unpaired surrogates as question marks",
                        SurrogateFaults::inUtf8,
                        layer -> layer),
                names(
                        "writes names in UTF-8, unpaired surrogates as question marks",
                        id -> id,
                        SurrogateFaults::inUtf8),
                names("leaves unpaired surrogates out of names", id -> id, layer -> with(layer, "")),
                names("replaces unpaired surrogates in names by U+FFFD", id -> id, layer -> with(layer, "\ufffd")),
                new Fault("writes names in UTF-8 in bulk", NAMES, BulkInUtf8::new),
                new Fault("looks in UTF-8 for names that it refused", NAMES, kept -> new SurrogatesRefused(kept) {
                    @Override
                    public Optional<String> get(String buildpackId, String layer) {
                        return super.get(buildpackId, inUtf8(layer));
                    }
                }),
                new Fault("lets another exception out for unpaired surrogates", NAMES, kept -> new SoundStore(kept) {
                    @Override
                    public void put(String buildpackId, String layer, String diffId) {
                        if (Surrogates.areIn(layer)) {
                            throw new IllegalArgumentException("It is refused");
                        }
                        super.put(buildpackId, layer, diffId);
                    }
                }),
                new Fault("writes diff ids in UTF-8", DIFF_IDS, kept -> new SoundStore(kept) {
                    @Override
                    public void put(String buildpackId, String layer, String diffId) {
                        super.put(buildpackId, layer, inUtf8(diffId));
                    }
                }),
                new Fault("writes diff ids in UTF-8 in bulk", DIFF_IDS, kept -> new SoundStore(kept) {
                    @Override
                    public void putAll(String buildpackId, Map<String, String> diffIds) {
                        diffIds.forEach((layer, diffId) -> put(buildpackId, layer, inUtf8(diffId)));
                    }
                }));
    }

    private static Fault names(String what, UnaryOperator<String> id, UnaryOperator<String> layer) {
        return SingleFaults.names(what, NAMES, id, layer);
    }

    private static String inUtf8(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static String with(String text, String replacement) {
        StringBuilder replaced = new StringBuilder();
        text.codePoints().forEach(codePoint -> {
            if (Surrogates.isUnpaired(codePoint)) {
                replaced.append(replacement);
            } else {
                replaced.appendCodePoint(codePoint);
            }
        });
        return replaced.toString();
    }

    private static final class BulkInUtf8 extends SurrogatesRefused {
        BulkInUtf8(Map<LayerId, String> kept) {
            super(kept);
        }

        @Override
        public void putAll(String buildpackId, Map<String, String> diffIds) {
            diffIds.forEach((layer, diffId) -> put(buildpackId, inUtf8(layer), diffId));
        }

        @Override
        public Map<String, String> getAll(String buildpackId, Collection<String> layers) {
            Map<String, String> got = new LinkedHashMap<>();
            layers.forEach(layer -> get(buildpackId, inUtf8(layer)).ifPresent(diffId -> got.put(layer, diffId)));
            return got;
        }
    }
}
