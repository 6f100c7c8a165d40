package dev.restorer.core.decision;

import dev.restorer.api.Buildpack;
import dev.restorer.api.BuildpackMetadata;
import dev.restorer.api.ContentsDecision;
import dev.restorer.api.ContentsReason;
import dev.restorer.api.LayerId;
import dev.restorer.api.LayerMetadata;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules about contents. (Platform specification, restorer, Layer Restoration) */
public final class ContentsRules {

    private ContentsRules() {}

    /**
     * Returns the layers about whose contents a decision is needed: the cached layers, and layers that the cache lists
     * and whose own files cannot be read.
     *
     * @param buildpack the buildpack of the layers
     * @param found the layers, in order
     * @param cache the metadata of the buildpack in the cache
     * @return those layers, in order
     */
    public static List<FoundLayer> cached(Buildpack buildpack, List<FoundLayer> found, BuildpackMetadata cache) {
        boolean typesInFile = ApiRules.typesInFile(buildpack);
        return found.stream()
                .filter(layer ->
                        isCached(typesInFile, layer.cacheFlag(), cache.layers().get(layer.name())))
                .toList();
    }

    /**
     * Up to Buildpack API 0.5, a layer's file says whether it is cached. From 0.6 on, or if that file cannot be read,
     * only the cache does.
     */
    static boolean isCached(boolean typesInFile, FoundLayer.CacheFlag cacheFlag, @Nullable LayerMetadata cached) {
        if (typesInFile && cacheFlag != FoundLayer.CacheFlag.UNREADABLE) {
            return cacheFlag == FoundLayer.CacheFlag.CACHED;
        }
        return cached != null && cached.types().cache();
    }

    /**
     * Decides about the contents of a cached layer.
     *
     * @param id the layer
     * @param layer the layer as it was found
     * @param diffId the diff id that the SHA store has for it, or null
     * @param cached its metadata in the cache, or null
     * @return the decision
     */
    public static ContentsDecision decide(
            LayerId id, FoundLayer layer, @Nullable String diffId, @Nullable LayerMetadata cached) {
        return layer.overlaps()
                ? new ContentsDecision(
                        id, ContentsReason.OVERLAPPING_LAYER_NAME, diffId, cached == null ? null : cached.diffId())
                : decide(id, layer.cacheFlag(), diffId, cached);
    }

    /** Decides about a layer whose directory conflicts with no file. */
    static ContentsDecision decide(
            LayerId id, FoundLayer.CacheFlag cacheFlag, @Nullable String diffId, @Nullable LayerMetadata cached) {
        if (cached == null) {
            return new ContentsDecision(id, ContentsReason.NOT_IN_CACHE, diffId, null);
        }
        return new ContentsDecision(id, reason(cacheFlag, cached.diffId().equals(diffId)), diffId, cached.diffId());
    }

    private static ContentsReason reason(FoundLayer.CacheFlag cacheFlag, boolean sameDiffId) {
        if (cacheFlag == FoundLayer.CacheFlag.UNREADABLE) {
            return ContentsReason.UNREADABLE_FILE;
        }
        return sameDiffId ? ContentsReason.SAME_DIFF_ID : ContentsReason.WRONG_SHA;
    }
}
