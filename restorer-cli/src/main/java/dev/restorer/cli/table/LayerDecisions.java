package dev.restorer.cli.table;

import dev.restorer.api.BuildpackPlan;
import dev.restorer.api.LayerDecision;
import dev.restorer.api.MetadataSource;
import dev.restorer.api.Reason;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The decisions about the metadata of one layer.
 *
 * @param app the decision about its metadata in the app image, or null if the app image does not list it
 * @param cache the decision about its metadata in the cache, or null if the cache does not list it
 */
public record LayerDecisions(
        @Nullable LayerDecision app, @Nullable LayerDecision cache) {

    private static final LayerDecisions NONE = new LayerDecisions(null, null);

    /**
     * Returns the decisions about a layer that is not listed.
     *
     * @return no decisions
     */
    public static LayerDecisions none() {
        return NONE;
    }

    /**
     * Groups the decisions about a buildpack. A layer has two if both the app image and the cache list it.
     *
     * @param buildpack the plan of the buildpack
     * @return the decisions, by the name of the layer
     */
    public static SortedMap<String, LayerDecisions> byLayer(BuildpackPlan buildpack) {
        SortedMap<String, LayerDecisions> layers = new TreeMap<>();
        for (LayerDecision decision : buildpack.decisions()) {
            String layer = decision.id().layer();
            layers.put(layer, layers.getOrDefault(layer, NONE).with(decision));
        }
        return layers;
    }

    /**
     * Adds a decision.
     *
     * @param decision the decision about one of the sources
     * @return the decisions about both
     */
    public LayerDecisions with(LayerDecision decision) {
        return decision.source() == MetadataSource.APP_IMAGE
                ? new LayerDecisions(decision, cache)
                : new LayerDecisions(app, decision);
    }

    /**
     * Returns the source of the restored metadata. The metadata of the cache is written last, so it remains.
     *
     * @return the source, or null if no metadata is restored
     */
    public @Nullable MetadataSource from() {
        if (isRestored(cache)) {
            return MetadataSource.CACHE;
        }
        return isRestored(app) ? MetadataSource.APP_IMAGE : null;
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
}
