package dev.restorer.shastore.redis;

import dev.restorer.spi.ShaStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Keeps a hash a buildpack in Redis. */
final class RedisShaStore implements ShaStore {

    private static final List<String> PROBE = List.of("probe");

    private final BuildServer server;
    private final Keys keys;
    private final LayerHashes hashes;
    private volatile boolean closed;

    private RedisShaStore(BuildServer server, Keys keys, LayerHashes hashes) {
        this.server = server;
        this.keys = keys;
        this.hashes = hashes;
    }

    /** Asks for something before it returns, so that what is wrong is told before anything is put. */
    static RedisShaStore open(RedisSettings settings) {
        Keys keys = new Keys(settings.namespace());
        Tls tls = settings.tls() ? Tls.trusting(settings.ca()) : null;
        Connector connector = new Connector(tls, settings.connectTimeout(), Connector::addresses);
        BuildServer server = new BuildServer(locator(settings, connector, keys), connector, settings);
        LayerHashes hashes = new LayerHashes(server, settings);
        try {
            hashes.get(keys.probe(), PROBE);
        } catch (NodeFailure e) {
            server.close();
            throw e.told();
        }
        return new RedisShaStore(server, keys, hashes);
    }

    private static Locator locator(RedisSettings settings, Connector connector, Keys keys) {
        if (settings.sentinels() != null) {
            return new SentinelLocator(settings, settings.sentinels(), connector);
        }
        return settings.login().to() == Login.To.CLUSTER
                ? new ClusterLocator(settings, connector, keys.probe())
                : new Locator(settings, connector);
    }

    @Override
    public void put(String buildpackId, String layer, String diffId) {
        putAll(buildpackId, Map.of(layer, diffId));
    }

    @Override
    public void putAll(String buildpackId, Map<String, String> diffIds) {
        requireOpen();
        String key = key(buildpackId);
        // Every name is checked before the first is written, and what happens to the map meanwhile does not matter.
        List<Map.Entry<String, String>> all = new ArrayList<>();
        diffIds.forEach((layer, diffId) -> all.add(Map.entry(layer, diffId)));
        all.forEach(LayerHashes::bytes);
        try {
            hashes.put(key, all);
        } catch (NodeFailure e) {
            throw e.told();
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
        Set<String> once = new LinkedHashSet<>();
        layers.forEach(layer -> once.add(Objects.requireNonNull(layer, "layer")));
        try {
            return hashes.get(key, once);
        } catch (NodeFailure e) {
            throw e.told();
        }
    }

    private String key(String buildpackId) {
        int unused = Utf8.length("the buildpack id", Objects.requireNonNull(buildpackId, "buildpackId"));
        return keys.of(buildpackId);
    }

    /** What other threads have under way is finished. */
    @Override
    public void close() {
        closed = true;
        server.close();
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("The SHA store was closed");
        }
    }
}
