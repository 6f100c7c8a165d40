package dev.restorer.shastore.redis;

import dev.restorer.shastore.redis.connection.NodeFailure;
import dev.restorer.shastore.redis.execution.CommandExecutor;
import dev.restorer.shastore.redis.settings.RedisSettings;
import dev.restorer.shastore.redis.settings.Utf8;
import dev.restorer.spi.ShaStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** A SHA store with one Redis hash for each buildpack, which maps names of layers to diff ids. */
final class RedisShaStore implements ShaStore {

    private final CommandExecutor executor;
    private final Keys keys;
    private final LayerHashes hashes;
    private volatile boolean isClosed;

    private RedisShaStore(CommandExecutor executor, Keys keys, LayerHashes hashes) {
        this.executor = executor;
        this.keys = keys;
        this.hashes = hashes;
    }

    /** Opens a store. A first get detects wrong settings and missing permissions before anything is restored. */
    static RedisShaStore open(RedisSettings settings) {
        Keys keys = new Keys(settings.namespace());
        CommandExecutor executor = new CommandExecutor(settings, keys.probe());
        LayerHashes hashes = new LayerHashes(executor, settings);
        try {
            hashes.get(keys.probe(), List.of("probe"));
        } catch (NodeFailure e) {
            executor.close();
            throw e.toShaStoreException();
        }
        return new RedisShaStore(executor, keys, hashes);
    }

    @Override
    public void put(String buildpackId, String layer, String diffId) {
        putAll(buildpackId, Map.of(layer, diffId));
    }

    @Override
    public void putAll(String buildpackId, Map<String, String> diffIds) {
        requireOpen();
        String key = key(buildpackId);
        // A copy, all of which is checked before any of it is written, even if another thread changes the map.
        List<Map.Entry<String, String>> copy = new ArrayList<>();
        diffIds.forEach((layer, diffId) -> copy.add(Map.entry(layer, diffId)));
        copy.forEach(LayerHashes::bytes);
        try {
            hashes.put(key, copy);
        } catch (NodeFailure e) {
            throw e.toShaStoreException();
        }
    }

    @Override
    public Optional<String> get(String buildpackId, String layer) {
        return Optional.ofNullable(getAll(buildpackId, List.of(layer)).get(layer));
    }

    @Override
    public Map<String, String> getAll(String buildpackId, Collection<String> layers) {
        requireOpen();
        String key = key(buildpackId);
        Set<String> distinct = new LinkedHashSet<>();
        layers.forEach(layer -> distinct.add(Objects.requireNonNull(layer, "layer")));
        try {
            return hashes.get(key, distinct);
        } catch (NodeFailure e) {
            throw e.toShaStoreException();
        }
    }

    private String key(String buildpackId) {
        int unused = Utf8.checkedLength("the buildpack id", Objects.requireNonNull(buildpackId, "buildpackId"));
        return keys.of(buildpackId);
    }

    /** Closes the store. Calls that other threads have begun are completed. */
    @Override
    public void close() {
        isClosed = true;
        executor.close();
    }

    private void requireOpen() {
        if (isClosed) {
            throw new IllegalStateException("The SHA store was closed");
        }
    }
}
