package dev.restorer.shastore.tck;

import dev.restorer.api.LayerId;
import java.util.List;
import java.util.stream.Stream;

/** Texts with an unpaired surrogate, which a Java string and JSON can contain and UTF-8 cannot encode. */
final class Surrogates {

    private static final List<String> TEXTS =
            List.of("\ud83d", "\udbff", "\ude00", "\udfff", "\ude00\ud83d", "a\ud83db", "a\ude00b");

    /** The texts that result if surrogates are left out or replaced. */
    private static final List<String> LOOKALIKES =
            List.of("\ud83d\ude00", "?", "??", "a?b", "ab", "\ufffd", "\ufffd\ufffd", "a\ufffdb");

    private Surrogates() {}

    static boolean isUnpaired(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    static boolean areIn(String text) {
        return text.codePoints().anyMatch(Surrogates::isUnpaired);
    }

    static boolean areIn(LayerId layer) {
        return areIn(layer.buildpackId()) || areIn(layer.layer());
    }

    static List<String> texts() {
        return TEXTS;
    }

    static List<LayerId> alikeIds() {
        return alike().map(id -> new LayerId(id, "modules")).toList();
    }

    static List<LayerId> alikeLayers() {
        return alike().map(layer -> new LayerId("example/other", layer)).toList();
    }

    private static Stream<String> alike() {
        return Stream.concat(TEXTS.stream(), LOOKALIKES.stream());
    }
}
