package dev.restorer.core.decision;

import dev.restorer.api.Buildpack;
import dev.restorer.api.BuildpackMetadata;
import dev.restorer.api.ContentsDecision;
import dev.restorer.api.ContentsReason;
import dev.restorer.api.LayerId;
import dev.restorer.api.LayerMetadata;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules about contents. (Platform specification, Restorer, Layer Restoration) */
public final class ContentsRules {

    private ContentsRules() {}

    /**
     * Tells which of the layers that were found are to be decided about: the cached ones, and those that the cache has
     * and whose own files do not tell whether they are cached.
     *
     * @param buildpack whose layers they are
     * @param found the layers, in order
     * @param cache what the cache knows of the buildpack
     * @return those layers, in order
     */
    public static List<FoundLayer> cached(Buildpack buildpack, List<FoundLayer> found, BuildpackMetadata cache) {
        boolean typesInFile = ApiRules.typesInFile(buildpack);
        return found.stream()
                .filter(layer ->
                        isCached(typesInFile, layer.own(), cache.layers().get(layer.name())))
                .toList();
    }

    /**
     * Up to Buildpack API 0.5 a layer's file says what it is for, later on, and where that file cannot be read, the
     * cache alone does.
     */
    static boolean isCached(boolean typesInFile, FoundLayer.Own own, @Nullable LayerMetadata cached) {
        if (typesInFile && own != FoundLayer.Own.UNREADABLE) {
            return own == FoundLayer.Own.CACHED;
        }
        return cached != null && cached.types().cache();
    }

    /**
     * Decides about a cached layer.
     *
     * @param id the layer
     * @param layer how it was found
     * @param diffId the diff id that the SHA store has for it, or null
     * @param cached what the cache knows of it, or null
     * @return what becomes of it
     */
    public static ContentsDecision decide(
            LayerId id, FoundLayer layer, @Nullable String diffId, @Nullable LayerMetadata cached) {
        return layer.overlaps()
                ? new ContentsDecision(
                        id, ContentsReason.OVERLAPPING_LAYER_NAME, diffId, cached == null ? null : cached.diffId())
                : decide(id, layer.own(), diffId, cached);
    }

    /** Decides about a layer whose directory has a place of its own. */
    static ContentsDecision decide(
            LayerId id, FoundLayer.Own own, @Nullable String diffId, @Nullable LayerMetadata cached) {
        if (cached == null) {
            return new ContentsDecision(id, ContentsReason.NOT_IN_CACHE, diffId, null);
        }
        return new ContentsDecision(id, reason(own, cached.diffId().equals(diffId)), diffId, cached.diffId());
    }

    private static ContentsReason reason(FoundLayer.Own own, boolean sameDiffId) {
        if (own == FoundLayer.Own.UNREADABLE) {
            return ContentsReason.UNREADABLE_FILE;
        }
        return sameDiffId ? ContentsReason.SAME_DIFF_ID : ContentsReason.WRONG_SHA;
    }
}
