package dev.restorer.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the cache knows: its metadata {@code io.buildpacks.lifecycle.cache.metadata}, read.
 *
 * @param buildpacks what is known of each buildpack; of two with one id the first counts
 * @param sbomDiffId the diff id of the cache's SBOM layer, or null if the cache has none
 * @since 0.1
 */
public record CacheMetadata(
        List<BuildpackMetadata> buildpacks, @Nullable String sbomDiffId) {

    private static final CacheMetadata EMPTY = new CacheMetadata(List.of(), null);

    /** Copies the list. */
    public CacheMetadata {
        buildpacks = List.copyOf(buildpacks);
    }

    /**
     * Returns what is known where there is no cache.
     *
     * @return no buildpacks, no SBOM layer
     */
    public static CacheMetadata empty() {
        return EMPTY;
    }

    /**
     * Returns what is known of a buildpack.
     *
     * @param buildpackId the id of the buildpack
     * @return the first entry of that id, or an empty one
     */
    public BuildpackMetadata buildpack(String buildpackId) {
        return BuildpackMetadata.first(buildpacks, buildpackId);
    }
}
