package dev.restorer.shastore.memory;

import dev.restorer.spi.ShaStore;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps diff ids in a map of layers for each buildpack. */
final class MemoryShaStore implements ShaStore {

    private final Map<String, Map<String, String>> diffIds = new ConcurrentHashMap<>();
    private volatile boolean closed;

    @Override
    public void put(String buildpackId, String layer, String diffId) {
        requireOpen();
        Objects.requireNonNull(layer, "layer");
        Objects.requireNonNull(diffId, "diffId");
        layers(buildpackId).put(layer, diffId);
    }

    @Override
    public Optional<String> get(String buildpackId, String layer) {
        requireOpen();
        Objects.requireNonNull(layer, "layer");
        Map<String, String> layers = diffIds.get(Objects.requireNonNull(buildpackId, "buildpackId"));
        return layers == null ? Optional.empty() : Optional.ofNullable(layers.get(layer));
    }

    @Override
    public void putAll(String buildpackId, Map<String, String> all) {
        requireOpen();
        layers(buildpackId).putAll(all);
    }

    @Override
    public Map<String, String> getAll(String buildpackId, Collection<String> layers) {
        requireOpen();
        return ShaStore.super.getAll(buildpackId, layers);
    }

    private Map<String, String> layers(String buildpackId) {
        return diffIds.computeIfAbsent(
                Objects.requireNonNull(buildpackId, "buildpackId"), id -> new ConcurrentHashMap<>());
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("The SHA store was closed");
        }
    }

    @Override
    public void close() {
        closed = true;
        diffIds.clear();
    }
}
