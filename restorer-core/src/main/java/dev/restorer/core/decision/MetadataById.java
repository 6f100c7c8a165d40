package dev.restorer.core.decision;

import dev.restorer.api.BuildpackMetadata;
import dev.restorer.api.RestoreRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The metadata of a request by the ids of buildpacks, of which a hostile one may have any number.
 *
 * @param app the metadata of the app image
 * @param cache the metadata of the cache
 */
record MetadataById(Map<String, BuildpackMetadata> app, Map<String, BuildpackMetadata> cache) {

    static MetadataById of(RestoreRequest request) {
        return new MetadataById(
                byId(request.appMetadata().buildpacks()),
                byId(request.cacheMetadata().buildpacks()));
    }

    /** Of two buildpacks with the same id the first is used. */
    private static Map<String, BuildpackMetadata> byId(List<BuildpackMetadata> buildpacks) {
        Map<String, BuildpackMetadata> byId = new HashMap<>();
        for (BuildpackMetadata buildpack : buildpacks) {
            byId.putIfAbsent(buildpack.id(), buildpack);
        }
        return byId;
    }

    BuildpackMetadata app(String id) {
        return find(app, id);
    }

    BuildpackMetadata cache(String id) {
        return find(cache, id);
    }

    private static BuildpackMetadata find(Map<String, BuildpackMetadata> byId, String id) {
        BuildpackMetadata found = byId.get(id);
        return found == null ? BuildpackMetadata.empty(id) : found;
    }
}
