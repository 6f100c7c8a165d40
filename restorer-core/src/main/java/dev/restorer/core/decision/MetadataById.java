package dev.restorer.core.decision;

import dev.restorer.api.BuildpackMetadata;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The metadata of an app image or of a cache by the ids of buildpacks, of which a hostile one may have any number.
 *
 * @param buildpacks the metadata
 */
public record MetadataById(Map<String, BuildpackMetadata> buildpacks) {

    /** Of two buildpacks with the same id the first is used. */
    public static MetadataById of(List<BuildpackMetadata> buildpacks) {
        Map<String, BuildpackMetadata> byId = new HashMap<>();
        for (BuildpackMetadata buildpack : buildpacks) {
            byId.putIfAbsent(buildpack.id(), buildpack);
        }
        return new MetadataById(byId);
    }

    /** Returns the metadata of a buildpack, which is empty if there is none. */
    public BuildpackMetadata buildpack(String id) {
        BuildpackMetadata found = buildpacks.get(id);
        return found == null ? BuildpackMetadata.empty(id) : found;
    }
}
