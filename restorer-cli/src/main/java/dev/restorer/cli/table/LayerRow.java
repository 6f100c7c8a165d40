package dev.restorer.cli.table;

import dev.restorer.api.LayerDecision;
import dev.restorer.api.LayerTypes;
import dev.restorer.api.MetadataSource;
import dev.restorer.api.Reason;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is decided about one layer, whoever knows it.
 *
 * @param app what is decided of what the app image knows, or null if it does not have the layer
 * @param cache what is decided of what the cache knows, or null if it does not have the layer
 */
record LayerRow(@Nullable LayerDecision app, @Nullable LayerDecision cache) {

    static LayerRow of(List<LayerDecision> decisions) {
        LayerDecision app = null;
        LayerDecision cache = null;
        for (LayerDecision decision : decisions) {
            if (decision.source() == MetadataSource.APP_IMAGE) {
                app = decision;
            } else {
                cache = decision;
            }
        }
        return new LayerRow(app, cache);
    }

    String appTypes() {
        return types(app);
    }

    String cacheTypes() {
        return types(cache);
    }

    String restored() {
        return isRestored(app) || isRestored(cache) ? "yes" : "no";
    }

    /** The cache comes last, so what it knows is what stays. */
    String from() {
        if (isRestored(cache)) {
            return "cache";
        }
        return isRestored(app) ? "app image" : "-";
    }

    /** Why it is restored, from wherever it is; else why it is restored from nowhere. */
    String why() {
        boolean any = isRestored(app) || isRestored(cache);
        return Stream.of(app, cache)
                .flatMap(Stream::ofNullable)
                .filter(decision -> decision.restored() == any)
                .map(LayerDecision::reason)
                .distinct()
                .map(Reason::description)
                .collect(Collectors.joining("; "));
    }

    private static boolean isRestored(@Nullable LayerDecision decision) {
        return decision != null && decision.restored();
    }

    private static String types(@Nullable LayerDecision decision) {
        if (decision == null) {
            return "-";
        }
        LayerTypes types = decision.metadata().types();
        String words = Stream.of(
                        types.build() ? "build" : "", types.launch() ? "launch" : "", types.cache() ? "cache" : "")
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
        return words.isEmpty() ? "none" : words;
    }
}
