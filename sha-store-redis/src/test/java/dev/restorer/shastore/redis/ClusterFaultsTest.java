package dev.restorer.shastore.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.fixtures.Await;
import dev.restorer.fixtures.RedisServer;
import dev.restorer.spi.ShaStore;
import dev.restorer.spi.ShaStoreException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.exceptions.JedisDataException;

/** What happens to a build while nodes of its cluster die, or send it elsewhere. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ClusterFaultsTest {

    private static ShaStore open(RedisCluster cluster, String namespace) {
        return Stores.open("redis-cluster://" + cluster.addresses() + "?namespace=" + namespace);
    }

    @Test
    void theMasterOfTheBuildIsKilledInTheMiddleOfARestore() throws InterruptedException {
        try (RedisCluster cluster = RedisCluster.start()) {
            ShaStore store = open(cluster, cluster.namespaceAt(1));
            RedisServer master = cluster.master(1);
            Thread killer = new Thread(() -> {
                Await.until(
                        "much has been put",
                        () -> Long.valueOf(1).equals(Admin.send(master, "EXISTS", keyOf(cluster, "bp-20"))));
                master.kill();
            });
            killer.start();
            Told.by(() -> putForEver(store), master.address());
            killer.join();
            String message = Told.by(
                            () -> store.get("bp-1", "x"),
                            master.address() + " cannot be connected to: \"Connection refused\"")
                    .getMessage();
            // The other nodes point to it as long as they have not seen that it is gone.
            assertThat(message).containsAnyOf("Start the server", "Start the nodes that are missing");
        }
    }

    private static String keyOf(RedisCluster cluster, String buildpackId) {
        return new Keys(cluster.namespaceAt(1)).of(buildpackId);
    }

    private static void putForEver(ShaStore store) {
        for (int i = 0; ; i++) {
            store.putAll("bp-" + i, Map.of("x", "1", "y", "2"));
        }
    }

    @Test
    @Tag("long")
    void aKilledMasterOfOtherBuildsDoesNoHarmWhereTheClusterNeedsNotBeWhole() {
        try (RedisCluster cluster = RedisCluster.start("cluster-require-full-coverage", "no")) {
            String namespace = cluster.namespaceAt(2);
            ShaStore store = open(cluster, namespace);
            store.put("bp", "x", "1");
            cluster.master(0).kill();
            Await.until(
                    "the others know",
                    () -> String.valueOf(Admin.send(cluster.master(2), "CLUSTER", "NODES"))
                            .contains("fail"));
            store.put("bp", "y", "2");
            assertThat(open(cluster, namespace).getAll("bp", List.of("x", "y"))).isEqualTo(Map.of("x", "1", "y", "2"));
        }
    }

    @Test
    @Tag("long")
    void aKilledMasterOfOtherBuildsIsToldWhereTheClusterHasToBeWhole() {
        try (RedisCluster cluster = RedisCluster.start("cluster-require-full-coverage", "yes")) {
            ShaStore store = open(cluster, cluster.namespaceAt(2));
            cluster.master(0).kill();
            Await.until("the others know", () -> fails(store));
            Told.by(
                    () -> store.put("bp", "x", "1"),
                    cluster.master(2).address() + " answered \"CLUSTERDOWN",
                    "CLUSTER INFO");
        }
    }

    private static boolean fails(ShaStore store) {
        try {
            store.put("bp", "x", "1");
            return false;
        } catch (ShaStoreException e) {
            return true;
        }
    }

    @Test
    void whenNoNodeAnswersAllAreNamed() {
        String nodes = "127.0.0.1:1,127.0.0.1:2";
        Told.by(
                () -> Stores.open("redis-cluster://:" + Told.SECRET + "@" + nodes + "?namespace=a"),
                nodes,
                "127.0.0.1:1 cannot be connected to: \"Connection refused\"");
    }

    @Test
    void nodesThatPointAtOneAnotherAreTold() {
        AtomicReference<String> end = new AtomicReference<>();
        try (FakeServer second = FakeServer.pointingTo(end::get);
                FakeServer first = FakeServer.pointingTo(second::address)) {
            end.set(first.address());
            Told.by(
                    () -> Stores.open("redis-cluster://" + first.address() + "?namespace=a"),
                    second.address() + " points to other nodes in a circle",
                    "Run it again when the cluster has settled");
        }
    }

    @Test
    void aNodeThatPointsAtItselfIsTold() {
        AtomicReference<String> itself = new AtomicReference<>();
        try (FakeServer server = FakeServer.pointingTo(itself::get)) {
            itself.set(server.address().replace("127.0.0.1", ""));
            Told.by(
                    () -> Stores.open("redis-cluster://" + server.address() + "?namespace=a"),
                    server.address() + " points to other nodes in a circle");
        }
    }

    @ParameterizedTest
    @CsvSource({"redis-cluster, ''", "redis-sentinel, /build"})
    void noOtherNodeIsTriedWhenTheTimeIsOver(String scheme, String path) {
        try (FakeServer hanging = FakeServer.answering();
                FakeServer other = FakeServer.answering()) {
            String nodes = hanging.address() + "," + other.address();
            String message = Told.by(
                            () -> Stores.open(scheme + "://" + nodes + path + "?namespace=a&timeout=PT0.5S"),
                            "none of " + nodes + " leads further: " + hanging.address()
                                    + " gave no answer within PT0.5S")
                    .getMessage();
            assertThat(message).doesNotContain("; " + other.address());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"MOVED", "ASK"})
    void whoSpeaksToAClusterIsNotToldToWriteSo(String code) {
        JedisDataException refusal = new JedisDataException(code + " 1 127.0.0.1:1");
        Login login = new Login(Login.To.CLUSTER, null, null, 0);
        assertThat(Refusals.of(new Node("127.0.0.1", 1), refusal, login).told())
                .hasMessageContaining("Run it again when the cluster has settled");
    }
}
