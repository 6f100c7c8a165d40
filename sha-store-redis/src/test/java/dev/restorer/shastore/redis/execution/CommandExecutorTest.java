package dev.restorer.shastore.redis.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.fixtures.Await;
import dev.restorer.fixtures.RedisServer;
import dev.restorer.shastore.redis.Admin;
import dev.restorer.shastore.redis.ExpectedFailure;
import dev.restorer.shastore.redis.FakeServer;
import dev.restorer.shastore.redis.Stores;
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

/** The number of connections, and their reuse. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CommandExecutorTest {

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
        return list.lines().count() - 1; // the connection that sends CLIENT LIST
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
    void thePoolSizeLimitsTheConnections() throws Exception {
        try (ShaStore store = open("&pool=2")) {
            useAtOnce(store, 6);
            assertThat(clients()).isBetween(1L, 2L);
            assertThat(Admin.send(server, "HLEN", "restorer:{a}:bp")).isEqualTo(6L);
        }
    }

    @Test
    void waitingForAConnectionEndsAtTheDeadline() throws Exception {
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
                Await.until("the first call is sent", () -> asked.get() == 1);
                long begin = System.nanoTime();
                ExpectedFailure.of(() -> store.get("bp", "y"), slow.address());
                assertThat(System.nanoTime() - begin).isLessThan(2_000_000_000L);
                assertThatThrownBy(first::get).hasMessageContaining("did not reply within PT0.5S");
            } finally {
                executor.shutdownNow();
            }
        }
    }

    @Test
    void aFailureReleasesItsPermit() {
        ShaStore store = open("&pool=1");
        server.kill();
        ExpectedFailure.of(() -> store.get("bp", "x"), server.address());
        for (int i = 0; i < 3; i++) {
            ExpectedFailure.of(
                    () -> store.get("bp", "x"), server.address() + " cannot be reached: \"Connection refused\"");
        }
    }

    @Test
    void closingTheStoreClosesIdleConnections() throws Exception {
        ShaStore store = open("");
        useAtOnce(store, 3);
        store.close();
        Await.until("all are closed", () -> clients() == 0);
        assertThatThrownBy(() -> store.get("bp", "x")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anIdleConnectionThatTheServerClosedIsReplaced() throws Exception {
        ShaStore store = open("");
        store.put("bp", "x", "1");
        Admin.send(server, "CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes");
        Thread.sleep(1_100); // longer than a connection may be idle without a test
        store.put("bp", "x", "2");
        assertThat(store.get("bp", "x")).contains("2");
    }

    @Test
    void afterAFailedCallNoIdleConnectionIsReused() throws Exception {
        ShaStore store = open("");
        useAtOnce(store, 3);
        Admin.send(server, "CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes");
        ExpectedFailure.of(() -> store.put("bp", "x", "1"), server.address() + " closed the connection");
        for (int i = 0; i < 3; i++) {
            store.put("bp", "x", "2");
        }
        assertThat(store.get("bp", "x")).contains("2");
    }
}
