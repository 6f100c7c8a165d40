package dev.restorer.shastore.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.fixtures.RedisServer;
import dev.restorer.spi.ShaStore;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A master that becomes a replica during a build, at a time that the test chooses. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DemotedMasterTest {

    private final RedisServer first = RedisServer.start();
    private final RedisServer second = RedisServer.start();
    private final FakeServer sentinel = FakeServer.doing((in, out) -> {
        byte[] bytes = new byte[1_000];
        for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
            boolean asks = new String(bytes, 0, n, StandardCharsets.US_ASCII).contains("SENTINEL");
            out.write((asks ? named() : "+PONG\r\n").getBytes(StandardCharsets.US_ASCII));
        }
    });
    private volatile int port = first.port();

    private String named() {
        return "*2\r\n$9\r\n127.0.0.1\r\n$5\r\n" + port + "\r\n";
    }

    @SuppressWarnings("NullAway.Init")
    private ShaStore store;

    @BeforeEach
    void putSomething() {
        store = Stores.open("redis-sentinel://" + sentinel.address() + "/m?namespace=a");
        store.put("bp", "x", "1");
    }

    @AfterEach
    void stop() {
        sentinel.close();
        first.close();
        second.close();
    }

    private void demoteFirst() {
        Admin.send(first, "REPLICAOF", "127.0.0.1", String.valueOf(second.port()));
    }

    @Test
    void aPutContinuesOnTheNewMaster() {
        port = second.port();
        demoteFirst();
        store.put("bp", "x", "2");
        assertThat(Admin.send(second, "HGET", "restorer:{a}:bp", "x")).isEqualTo("2");
        assertThat(store.get("bp", "x")).contains("2");
    }

    @Test
    void aReplicaThatSentinelsNameAsMasterIsReported() {
        demoteFirst();
        ExpectedFailure.of(
                () -> store.put("bp", "x", "2"),
                first.address() + " is not a master, but the sentinels name it as the master \"m\"",
                "agreed");
    }
}
