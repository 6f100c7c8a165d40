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
public record LayerRow(
        @Nullable LayerDecision app, @Nullable LayerDecision cache) {

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

    /**
     * Returns the types of the layer in the app image.
     *
     * @return their names, {@code none}, or a dash if the app image does not list the layer
     */
    public String appTypes() {
        return types(app);
    }

    /**
     * Returns the types of the layer in the cache.
     *
     * @return their names, {@code none}, or a dash if the cache does not list the layer
     */
    public String cacheTypes() {
        return types(cache);
    }

    String restored() {
        return isRestored() ? "yes" : "no";
    }

    /**
     * Returns the source of the restored metadata. The metadata of the cache is written last, so it remains.
     *
     * @return its name, or a dash if no metadata is restored
     */
    public String from() {
        if (isRestored(cache)) {
            return "cache";
        }
        return isRestored(app) ? "app image" : "-";
    }

    /**
     * Returns the reasons of the decisions to restore; if there are none, those of the other decisions.
     *
     * @return the reasons in words
     */
    public String why() {
        boolean any = isRestored();
        return Stream.of(app, cache)
                .flatMap(Stream::ofNullable)
                .filter(decision -> decision.restored() == any)
                .map(LayerDecision::reason)
                .distinct()
                .map(Reason::description)
                .collect(Collectors.joining("; "));
    }

    /**
     * Tells whether metadata of the layer is restored.
     *
     * @return whether one of the decisions is to restore
     */
    public boolean isRestored() {
        return isRestored(app) || isRestored(cache);
    }

    private static boolean isRestored(@Nullable LayerDecision decision) {
        return decision != null && decision.restored();
    }

    /**
     * Returns the types of a layer.
     *
     * @param decision a decision about the layer, or null if its source does not list the layer
     * @return their names, {@code none}, or a dash if there is no decision
     */
    public static String types(@Nullable LayerDecision decision) {
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
