package dev.restorer.spi;

import dev.restorer.api.CacheMetadata;
import java.util.Objects;
import java.util.Optional;

/** The cache of a build that uses no cache. */
enum NoLayerCache implements LayerCache {
    NONE;

    @Override
    public boolean exists() {
        return false;
    }

    @Override
    public CacheMetadata metadata() {
        return CacheMetadata.empty();
    }

    @Override
    public Optional<LayerContents> contents(String diffId) {
        Objects.requireNonNull(diffId, "diffId");
        return Optional.empty();
    }
}
