package dev.restorer.shastore.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.fixtures.RedisServer;
import dev.restorer.spi.ShaStore;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Commands that a server executed, but whose replies are lost. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LostRepliesTest {

    @Test
    void aPutWhoseReplyIsLostFailsAndIsNotSentAgain() {
        try (RedisServer server = RedisServer.start();
                Proxy proxy = new Proxy(server)) {
            ShaStore store = Stores.open("redis://" + proxy.address() + "?namespace=a");
            store.put("bp", "x", "1");
            Admin.send(server, "CONFIG", "RESETSTAT");
            proxy.dropNextReply();
            ExpectedFailure.of(() -> store.putAll("bp", Map.of("x", "2")), proxy.address() + " closed the connection");
            assertThat(Admin.send(server, "HGET", "restorer:{a}:bp", "x")).isEqualTo("2");
            assertThat(String.valueOf(Admin.send(server, "INFO", "commandstats")))
                    .contains("cmdstat_hset:calls=1,");
        }
    }

    @Test
    void aRepeatedPutOverwritesTheFirst() {
        try (RedisServer server = RedisServer.start();
                Proxy proxy = new Proxy(server)) {
            ShaStore store = Stores.open("redis://" + proxy.address() + "?namespace=a");
            store.put("bp", "x", "0");
            proxy.dropNextReply();
            ExpectedFailure.of(() -> store.put("bp", "x", "1"), proxy.address());
            assertThat(Admin.send(server, "HGET", "restorer:{a}:bp", "x")).isEqualTo("1");
            store.put("bp", "x", "2");
            assertThat(store.get("bp", "x")).contains("2");
            assertThat(Stores.open("redis://" + server.address() + "?namespace=a")
                            .get("bp", "x"))
                    .contains("2");
            assertThat(Admin.send(server, "HLEN", "restorer:{a}:bp")).isEqualTo(1L);
        }
    }
}
