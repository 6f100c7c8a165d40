package dev.restorer.shastore.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.fixtures.Await;
import dev.restorer.fixtures.RedisServer;
import dev.restorer.spi.ShaStore;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How many connections there are, and which of them are used again. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BuildServerTest {

    private final RedisServer server = RedisServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    private ShaStore open(String more) {
        return Stores.open("redis://" + server.address() + "?namespace=a" + more);
    }

    private long clients() {
        String list = String.valueOf(Admin.send(server, "CLIENT", "LIST"));
        return list.lines().count() - 1; // that of the one who asks
    }

    private static void useAtOnce(ShaStore store, int threads) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        CountDownLatch ready = new CountDownLatch(threads);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int layer = i;
                all.add(executor.submit(() -> {
                    ready.countDown();
                    ready.await();
                    for (int j = 0; j < 50; j++) {
                        store.put("bp", "layer-" + layer, "1");
                    }
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void thereAreNoMoreConnectionsThanThePoolMayHave() throws Exception {
        try (ShaStore store = open("&pool=2")) {
            useAtOnce(store, 6);
            assertThat(clients()).isBetween(1L, 2L);
            assertThat(Admin.send(server, "HLEN", "restorer:{a}:bp")).isEqualTo(6L);
        }
    }

    @Test
    void whoFindsAllInUseWaitsForNoLongerThanItsTime() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        AtomicInteger connected = new AtomicInteger();
        try (FakeServer slow = FakeServer.doing((in, out) -> {
            if (connected.incrementAndGet() > 1) {
                FakeServer.hang();
            }
            for (String reply : List.of("+PONG\r\n", "*1\r\n$-1\r\n")) {
                int unused = in.read(new byte[65_536]);
                out.write(reply.getBytes(StandardCharsets.US_ASCII));
            }
            int unused = in.read(new byte[65_536]);
            asked.incrementAndGet();
            FakeServer.hang();
        })) {
            ShaStore store = Stores.open("redis://" + slow.address() + "?namespace=a&pool=1&timeout=PT0.5S");
            ExecutorService executor = Executors.newSingleThreadExecutor();
            try {
                Future<?> first = executor.submit(() -> store.get("bp", "x"));
                Await.until("the first is asked", () -> asked.get() == 1);
                long begin = System.nanoTime();
                Told.by(() -> store.get("bp", "y"), slow.address());
                assertThat(System.nanoTime() - begin).isLessThan(2_000_000_000L);
                assertThatThrownBy(first::get).hasMessageContaining("gave no answer within PT0.5S");
            } finally {
                executor.shutdownNow();
            }
        }
    }

    @Test
    void aFailureTakesNoPlaceAway() {
        ShaStore store = open("&pool=1");
        server.kill();
        Told.by(() -> store.get("bp", "x"), server.address());
        for (int i = 0; i < 3; i++) {
            Told.by(() -> store.get("bp", "x"), server.address() + " cannot be connected to: \"Connection refused\"");
        }
    }

    @Test
    void whatIsIdleIsClosedWithTheStore() throws Exception {
        ShaStore store = open("");
        useAtOnce(store, 3);
        store.close();
        Await.until("all are closed", () -> clients() == 0);
        assertThatThrownBy(() -> store.get("bp", "x")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void oneThatTheServerClosedWhileItLayIdleIsReplaced() throws Exception {
        ShaStore store = open("");
        store.put("bp", "x", "1");
        Admin.send(server, "CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes");
        Thread.sleep(1_100); // as long as one is trusted without a look
        store.put("bp", "x", "2");
        assertThat(store.get("bp", "x")).contains("2");
    }

    @Test
    void afterAFailedCallNoIdleOneIsUsed() throws Exception {
        ShaStore store = open("");
        useAtOnce(store, 3);
        Admin.send(server, "CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes");
        Told.by(() -> store.put("bp", "x", "1"), server.address() + " closed the connection");
        for (int i = 0; i < 3; i++) {
            store.put("bp", "x", "2");
        }
        assertThat(store.get("bp", "x")).contains("2");
    }
}
