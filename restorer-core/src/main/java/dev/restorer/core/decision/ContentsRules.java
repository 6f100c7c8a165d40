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
     * Tells which of the layers that were found are cached ones, and so have contents to restore.
     *
     * @param buildpack whose layers they are
     * @param found the layers, in order
     * @param cache what the cache knows of the buildpack
     * @return the names of the cached ones, in order
     */
    public static List<String> cached(Buildpack buildpack, List<FoundLayer> found, BuildpackMetadata cache) {
        boolean typesInFile = ApiRules.typesInFile(buildpack);
        return found.stream()
                .filter(layer ->
                        isCached(typesInFile, layer.saysCached(), cache.layers().get(layer.name())))
                .map(FoundLayer::name)
                .toList();
    }

    /** Up to Buildpack API 0.5 a layer's file says what it is for, later on the cache alone does. */
    static boolean isCached(boolean typesInFile, boolean saysCached, @Nullable LayerMetadata cached) {
        return typesInFile ? saysCached : cached != null && cached.types().cache();
    }

    /**
     * Decides about a cached layer.
     *
     * @param id the layer
     * @param diffId the diff id that the SHA store has for it, or null
     * @param cached what the cache knows of it, or null
     * @return what becomes of it
     */
    public static ContentsDecision decide(LayerId id, @Nullable String diffId, @Nullable LayerMetadata cached) {
        if (cached == null) {
            return new ContentsDecision(id, ContentsReason.NOT_IN_CACHE, diffId, null);
        }
        ContentsReason reason = cached.diffId().equals(diffId) ? ContentsReason.SAME_DIFF_ID : ContentsReason.WRONG_SHA;
        return new ContentsDecision(id, reason, diffId, cached.diffId());
    }
}
