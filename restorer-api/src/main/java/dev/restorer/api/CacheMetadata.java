package dev.restorer.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The metadata of the cache, {@code io.buildpacks.lifecycle.cache.metadata}.
 *
 * @param buildpacks the metadata of each buildpack; of two with the same id the first is used
 * @param sbomDiffId the diff id of the cache's SBOM layer, or null if the cache has none
 * @since 0.1
 */
public record CacheMetadata(
        List<BuildpackMetadata> buildpacks, @Nullable String sbomDiffId) {

    private static final CacheMetadata EMPTY = new CacheMetadata(List.of(), null);

    /**
     * Copies the list.
     *
     * @param buildpacks the metadata of each buildpack
     * @param sbomDiffId the diff id of the cache's SBOM layer, or null if the cache has none
     * @throws NullPointerException if buildpacks is null
     */
    public CacheMetadata {
        buildpacks = List.copyOf(buildpacks);
    }

    /**
     * Returns the metadata for the case that there is no cache.
     *
     * @return no buildpacks, no SBOM layer
     */
    public static CacheMetadata empty() {
        return EMPTY;
    }

    /**
     * Returns the metadata of a buildpack.
     *
     * @param buildpackId the id of the buildpack
     * @return the first entry with that id, or an empty entry
     */
    public BuildpackMetadata buildpack(String buildpackId) {
        return BuildpackMetadata.first(buildpacks, buildpackId);
    }
}
