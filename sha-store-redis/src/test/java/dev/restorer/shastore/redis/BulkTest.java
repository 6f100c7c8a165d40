package dev.restorer.shastore.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.fixtures.Await;
import dev.restorer.fixtures.RedisServer;
import dev.restorer.spi.ShaStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The commands that a server receives for many layers, and the expiry of each hash. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BulkTest {

    private static final int MANY = 10_000;

    @AutoClose
    @SuppressWarnings("NullAway.Init")
    private static RedisServer server;

    @BeforeAll
    static void start() {
        server = RedisServer.start();
    }

    @BeforeEach
    void flush() {
        Admin.send(server, "FLUSHALL");
        Admin.send(server, "CONFIG", "RESETSTAT");
    }

    private static ShaStore open(String more) {
        return Stores.open("redis://" + server.address() + "?namespace=a" + more);
    }

    private static Map<String, String> layers(int count, String diffId) {
        Map<String, String> layers = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            layers.put("layer-" + i, diffId + i);
        }
        return layers;
    }

    private static long calls(String command) {
        Matcher calls = Pattern.compile("cmdstat_" + command + ":calls=(\\d+)")
                .matcher(String.valueOf(Admin.send(server, "INFO", "commandstats")));
        return calls.find() ? Long.parseLong(calls.group(1)) : 0;
    }

    private static long ttl(String key) {
        return (Long) Admin.send(server, "PTTL", key);
    }

    @Test
    void manyLayersArePutInFewCommands() {
        ShaStore store = open("");
        store.put("other", "x", "1");
        Admin.send(server, "CONFIG", "RESETSTAT");
        store.putAll("bp", layers(MANY, "sha256:" + "0".repeat(60)));
        assertThat(Admin.send(server, "HLEN", "restorer:{a}:bp")).isEqualTo((long) MANY);
        assertThat(List.of(calls("multi"), calls("hset"), calls("pexpire"), calls("exec")))
                .containsOnly(10L);
    }

    @Test
    void manyLayersAreReadInFewCommands() {
        ShaStore store = open("");
        Map<String, String> layers = layers(MANY, "sha256:");
        store.putAll("bp", layers);
        Admin.send(server, "CONFIG", "RESETSTAT");
        assertThat(store.getAll("bp", layers.keySet())).isEqualTo(layers);
        assertThat(calls("hmget")).isEqualTo(10);
    }

    @Test
    void largeDiffIdsAreSplitBySize() {
        ShaStore store = open("");
        Map<String, String> layers = layers(20, "x".repeat(65_000));
        store.putAll("bp", layers);
        assertThat(calls("hset")).isEqualTo(5);
        assertThat(store.getAll("bp", layers.keySet())).isEqualTo(layers);
    }

    @Test
    void noLayersSendNoCommand() {
        ShaStore store = open("");
        Admin.send(server, "CONFIG", "RESETSTAT");
        store.putAll("bp", Map.of());
        assertThat(store.getAll("bp", List.of())).isEmpty();
        assertThat(calls("multi") + calls("hmget")).isZero();
    }

    @Test
    void eachHashExpires() {
        ShaStore store = open("&ttl=PT1H");
        store.put("one", "x", "1");
        store.putAll("two", layers(3_000, "1"));
        List<?> keys = (List<?>) Admin.send(server, "KEYS", "*");
        assertThat(keys)
                .hasSize(2)
                .allSatisfy(key -> assertThat(ttl(key.toString())).isBetween(3_500_000L, 3_600_000L));
    }

    @Test
    void aHashExpiresAfterOneDayByDefault() {
        open("").put("bp", "x", "1");
        assertThat(ttl("restorer:{a}:bp")).isBetween(86_300_000L, 86_400_000L);
    }

    @Test
    void aPutExtendsTheExpiryAndAGetDoesNot() {
        ShaStore store = open("&ttl=PT1H");
        store.put("bp", "x", "1");
        Admin.send(server, "PEXPIRE", "restorer:{a}:bp", "60000");
        assertThat(store.get("bp", "x")).contains("1");
        assertThat(ttl("restorer:{a}:bp")).isLessThanOrEqualTo(60_000);
        store.put("bp", "y", "1");
        assertThat(ttl("restorer:{a}:bp")).isGreaterThan(3_500_000);
    }

    @Test
    void anExpiredHashIsEmpty() {
        ShaStore store = open("&ttl=PT0.05S");
        store.put("bp", "x", "1");
        Await.until("the hash has expired", () -> Admin.send(server, "DBSIZE").equals(0L));
        assertThat(store.get("bp", "x")).isEmpty();
        store.put("bp", "y", "2");
        assertThat(store.get("bp", "x")).isEmpty();
    }

    @Test
    void textThatCannotBeStoredIsRejectedBeforeAnythingIsPut() {
        ShaStore store = open("");
        Map<String, String> layers = layers(3_000, "1");
        for (String odd : List.of("\ud800", "x".repeat(65_537), "é".repeat(32_769))) {
            ExpectedFailure.of(() -> store.put(odd, "x", "1"), "the buildpack id");
            ExpectedFailure.of(() -> store.put("bp", "x", odd), "the diff id");
            ExpectedFailure.of(() -> store.get("bp", odd), "the layer");
            layers.put("last", odd);
            ExpectedFailure.of(() -> store.putAll("bp", layers), "the diff id");
        }
        assertThat(Admin.send(server, "DBSIZE")).isEqualTo(0L);
    }

    @Test
    void textOfTheMaximumLengthIsStored() {
        ShaStore store = open("");
        String longest = "é".repeat(32_768);
        store.put(longest, longest, longest);
        assertThat(store.get(longest, longest)).contains(longest);
    }

    @Test
    void aPutThatRequiresMoreReplicasThanExistFails() {
        ShaStore store = open("&replicas=1&timeout=PT0.4S");
        ExpectedFailure.of(
                () -> store.put("bp", "x", "1"), server.address(), "only 0 of 1 replicas have within 300 ms");
    }
}
