package com.example.embedder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.MetadataReader;
import dev.restorer.layercache.tck.CachedBuild;
import dev.restorer.layercache.tck.LayerCacheContract;
import dev.restorer.spi.LayerCache;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ObjectStorageCacheTest extends LayerCacheContract {

    private final ObjectStorage storage;
    private final HttpClient http = HttpClient.newHttpClient();

    ObjectStorageCacheTest() throws IOException {
        storage = new ObjectStorage();
    }

    @AfterEach
    void stop() {
        storage.close();
    }

    private LayerCache at(URI uri) {
        return new ObjectStorageCache(http, uri, MetadataReader.load());
    }

    @Override
    protected LayerCache openCache(CachedBuild build) {
        storage.put("metadata.json", build.metadataJson());
        build.layers().forEach((diffId, bytes) -> storage.put("layers/" + diffId, bytes));
        return at(storage.uri());
    }

    @Override
    protected LayerCache openMissingCache() {
        return at(storage.uri().resolve("missing/"));
    }

    /** Port 1 of this machine, which no server uses. */
    @Override
    protected LayerCache openBrokenCache() {
        return at(URI.create("http://127.0.0.1:1/"));
    }

    @Override
    protected LayerCache openDamagedCache(CachedBuild build) {
        return openCache(build);
    }

    @Override
    protected LayerCache openStallingCache(CachedBuild build) {
        openCache(build);
        storage.stalling();
        return at(storage.uri());
    }

    @Test
    void theMetadataIsFetchedOnceForARestore() {
        LayerCache cache = at(storage.put("metadata.json", "{}").uri());
        assertThat(cache.exists()).isTrue();
        cache.metadata();
        assertThat(storage.requests()).isEqualTo(1);
    }
}
