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
 * The decisions about one layer.
 *
 * @param app the decision about its metadata in the app image, or null if the app image does not list it
 * @param cache the decision about its metadata in the cache, or null if the cache does not list it
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

    /** Returns the source of the restored metadata. The metadata of the cache is written last, so it remains. */
    String from() {
        if (isRestored(cache)) {
            return "cache";
        }
        return isRestored(app) ? "app image" : "-";
    }

    /** Returns the reasons of the decisions to restore; if there are none, those of the other decisions. */
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
        String names = Stream.of(
                        types.build() ? "build" : "", types.launch() ? "launch" : "", types.cache() ? "cache" : "")
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(" "));
        return names.isEmpty() ? "none" : names;
    }
}
