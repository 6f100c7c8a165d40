package dev.restorer.conformance;

import dev.restorer.ContentsOptions;
import dev.restorer.LayerRestorer;
import dev.restorer.MetadataReader;
import dev.restorer.api.AppMetadata;
import dev.restorer.api.CacheMetadata;
import dev.restorer.api.RestoreReport;
import dev.restorer.api.RestoreRequest;
import dev.restorer.spi.LayerCache;
import dev.restorer.spi.ShaStore;
import java.nio.file.Path;

/** Runs a case the way an embedder would: through the API, with what ServiceLoader finds. */
final class Engine {

    private final MetadataReader reader = MetadataReader.load();
    private final LayerRestorer restorer = LayerRestorer.load();

    RestoreReport restore(Case given, Path layers, ShaStore store) {
        return restorer.restoreMetadata(request(given, layers, cache(given)), store);
    }

    RestoreReport restoreWithContents(Case given, Path layers, ShaStore store) {
        LayerCache cache = given.cacheDirectory().map(reader::volumeCache).orElse(LayerCache.none());
        RestoreRequest request = request(given, layers, reader.readCacheMetadata(cache));
        return restorer.restore(request, store, ContentsOptions.from(cache).build());
    }

    private RestoreRequest request(Case given, Path layers, CacheMetadata cache) {
        return RestoreRequest.in(layers)
                .group(reader.readGroup(given.group()))
                .appMetadata(given.app().map(reader::readLabel).orElseGet(AppMetadata::empty))
                .cacheMetadata(cache)
                .platformApi(given.platformApi())
                .skipLayers(given.skipLayers())
                .build();
    }

    private CacheMetadata cache(Case given) {
        return given.cache()
                .map(file -> reader.readCacheMetadata(file))
                .orElseGet(() -> reader.readCacheMetadata((LayerCache) null));
    }
}
