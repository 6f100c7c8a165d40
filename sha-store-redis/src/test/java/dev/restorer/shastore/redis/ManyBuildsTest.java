package dev.restorer.shastore.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.fixtures.RedisServer;
import dev.restorer.spi.ShaStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Concurrent builds on one server, with the same names of buildpacks and layers. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ManyBuildsTest {

    private static final int BUILDS = 16;
    private static final int BUILDPACKS = 5;
    private static final int LAYERS = 1_500;

    @Test
    void concurrentBuildsSeeOnlyTheirOwnDiffIds() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(BUILDS);
        try (RedisServer server = RedisServer.start()) {
            CyclicBarrier step = new CyclicBarrier(BUILDS);
            List<Future<?>> builds = new ArrayList<>();
            for (int i = 0; i < BUILDS; i++) {
                String name = "build-" + i;
                builds.add(threads.submit(() -> {
                    build(server, name, step);
                    return null;
                }));
            }
            for (Future<?> build : builds) {
                build.get();
            }
            assertThat(Admin.send(server, "DBSIZE")).isEqualTo((long) BUILDS * BUILDPACKS);
        } finally {
            threads.shutdownNow();
        }
    }

    private static void build(RedisServer server, String name, CyclicBarrier step) throws Exception {
        Map<String, String> layers =
                IntStream.range(0, LAYERS).boxed().collect(Collectors.toMap(i -> "layer-" + i, i -> name + "-" + i));
        try (ShaStore store = Stores.open("redis://" + server.address() + "?namespace=" + name)) {
            step.await();
            for (int i = 0; i < BUILDPACKS; i++) {
                assertThat(store.getAll("bp-" + i, layers.keySet())).isEmpty();
                store.putAll("bp-" + i, layers);
                store.put("bp-" + i, "own-" + name, name);
                step.await();
            }
        }
        try (ShaStore store = Stores.open("redis://" + server.address() + "?namespace=" + name)) {
            for (int i = 0; i < BUILDPACKS; i++) {
                assertThat(store.getAll("bp-" + i, layers.keySet()).equals(layers))
                        .isTrue();
                assertThat(Admin.send(server, "HLEN", "restorer:{" + name + "}:bp-" + i))
                        .isEqualTo(LAYERS + 1L);
            }
        }
    }
}
