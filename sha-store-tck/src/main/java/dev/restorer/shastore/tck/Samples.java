package dev.restorer.shastore.tck;

import dev.restorer.api.LayerId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** The names and diff ids that the contract tests. */
final class Samples {

    private static final String LONG_ID = "example/" + "i".repeat(247);
    private static final String LONG_UNICODE_ID = "é".repeat(127) + "/";
    private static final String LONG_LAYER = "l".repeat(250);
    private static final String LONG_UNICODE_LAYER = "é".repeat(125);

    private static final List<String> ORDINARY_IDS = List.of(
            "node",
            "example/node",
            "io.example/a/b/c",
            ".hidden",
            "a..b",
            "a:b",
            "a b",
            "-rf",
            "a%2Fb",
            "{a}*?[b]",
            "it's \"quoted\"",
            "日本語/😀",
            LONG_ID,
            LONG_UNICODE_ID);

    private static final List<String> ORDINARY_LAYERS = List.of(
            "modules",
            ".hidden",
            "a.b.toml",
            "a:b",
            "a b",
            "-rf",
            "a%2Fb",
            "{a}*?[b]",
            "it's \"quoted\"",
            "日本語😀",
            LONG_LAYER,
            LONG_UNICODE_LAYER);

    private static final List<String> ODD =
            List.of(".", "..", "../../evil", "/", "a\\b", "a\nb", "a\0b", "\u007f", "\u200b", "n".repeat(1000));

    private Samples() {}

    static Stream<LayerId> ordinaryLayers() {
        return Stream.concat(
                ORDINARY_IDS.stream().map(id -> new LayerId(id, "modules")),
                ORDINARY_LAYERS.stream().map(layer -> new LayerId("example/other", layer)));
    }

    static Stream<LayerId> oddLayers() {
        return Stream.concat(
                ODD.stream().map(id -> new LayerId(id, "modules")),
                ODD.stream().map(layer -> new LayerId("example/other", layer)));
    }

    static Stream<LayerId> layers() {
        return Stream.concat(ordinaryLayers(), oddLayers());
    }

    static Stream<Arguments> alikeLayers() {
        return Stream.of(
                alike("a/b", "modules", "a_b", "modules"),
                alike("a", "modules", "A", "modules"),
                alike("a", "modules", "a", "Modules"),
                alike("a", "modules", "a ", "modules"),
                alike("a", "modules", "a", "modules "),
                alike("a", "modules", "a", "modules.sha"),
                alike("1", "1", "01", "1"),
                alike("a", "b:c", "a:b", "c"),
                alike("a", "b/c", "a/b", "c"),
                alike("a", "bc", "ab", "c"),
                alike("a", "Aa", "a", "BB"), // one hash code, also in the next two
                alike("Aa", "modules", "BB", "modules"),
                alike("a", "a", "b", "B"),
                alike("\u00e9", "modules", "e\u0301", "modules"),
                alike("a", "\u00e9", "a", "e\u0301"));
    }

    private static Arguments alike(String id, String layer, String otherId, String otherLayer) {
        return Arguments.of(new LayerId(id, layer), new LayerId(otherId, otherLayer));
    }

    static Stream<String> diffIds() {
        return Stream.of(
                "sha256:" + "0123456789abcdef".repeat(4),
                "sha512:" + "0123456789abcdef".repeat(8),
                "no digest",
                "a\nb",
                "é😀",
                "null",
                "0",
                "x".repeat(10_000),
                " a",
                "a\n",
                " ");
    }

    static Map<String, String> diffIdsByLayer(int count) {
        Map<String, String> diffIds = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            diffIds.put("layer-" + i, "sha256:%064x".formatted(i));
        }
        return diffIds;
    }
}
