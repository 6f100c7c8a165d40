package dev.restorer.benchmarks.scale;

import dev.restorer.ShaStores;
import dev.restorer.benchmarks.data.DiffIds;
import dev.restorer.fixtures.RedisServer;
import dev.restorer.spi.ShaStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * What one build costs a Redis server: a store is opened, the diff ids of one buildpack are put, and in the second
 * step, over a connection of its own, got.
 *
 * @param layers the number of layers of the build
 * @param bytes the memory that it takes until its keys expire
 * @param commands the number of commands
 * @param seconds the time of the server's processor
 * @param received the bytes that the server receives
 * @param sent the bytes that it sends
 */
record RedisCosts(int layers, double bytes, double commands, double seconds, double received, double sent) {

    private static final String BUILDPACK = "example/node";
    private static final String OPTIONS = "&connect-timeout=PT60S&timeout=PT60S";

    static RedisCosts measure(int builds, int layers) throws IOException {
        Map<String, String> diffIds = DiffIds.of(layers);
        try (RedisServer server = RedisServer.start()) {
            build(server, "first", diffIds);
            RedisInfo before = RedisInfo.of(server.port());
            for (int i = 0; i < builds; i++) {
                build(server, "build-" + i, diffIds);
            }
            RedisInfo after = RedisInfo.of(server.port());
            return new RedisCosts(
                    layers,
                    (after.number("used_memory") - before.number("used_memory")) / builds,
                    (after.commands() - before.commands()) / builds,
                    (after.cpuSeconds() - before.cpuSeconds()) / builds,
                    (after.number("total_net_input_bytes") - before.number("total_net_input_bytes")) / builds,
                    (after.number("total_net_output_bytes") - before.number("total_net_output_bytes")) / builds);
        }
    }

    private static void build(RedisServer server, String namespace, Map<String, String> diffIds) {
        String uri = server.uri(namespace) + OPTIONS;
        try (ShaStore store = ShaStores.open(uri, Path.of("layers"))) {
            store.putAll(BUILDPACK, diffIds);
        }
        try (ShaStore store = ShaStores.open(uri, Path.of("layers"))) {
            if (!store.getAll(BUILDPACK, diffIds.keySet()).equals(diffIds)) {
                throw new IllegalStateException("Redis has other diff ids than those that were put");
            }
        }
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "a build of %d layers: %.0f bytes of Redis's memory, %.0f commands, %.0f µs of its processor,"
                        + " %.0f bytes to it and %.0f from it",
                layers,
                bytes,
                commands,
                seconds * 1e6,
                received,
                sent);
    }
}
