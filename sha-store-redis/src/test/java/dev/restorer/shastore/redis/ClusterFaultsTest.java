package dev.restorer.shastore.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.fixtures.Await;
import dev.restorer.fixtures.RedisServer;
import dev.restorer.shastore.redis.connection.ErrorReplies;
import dev.restorer.shastore.redis.settings.Login;
import dev.restorer.shastore.redis.settings.Node;
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

/** Failures and redirections of cluster nodes. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ClusterFaultsTest {

    private static ShaStore open(RedisCluster cluster, String namespace) {
        return Stores.open("redis-cluster://" + cluster.addresses() + "?namespace=" + namespace);
    }

    @Test
    void aKilledMasterOfTheBuildIsReported() throws InterruptedException {
        try (RedisCluster cluster = RedisCluster.start()) {
            ShaStore store = open(cluster, cluster.namespaceAt(1));
            RedisServer master = cluster.master(1);
            Thread killer = new Thread(() -> {
                Await.until(
                        "20 buildpacks have been put",
                        () -> Long.valueOf(1).equals(Admin.send(master, "EXISTS", keyOf(cluster, "bp-20"))));
                master.kill();
            });
            killer.start();
            ExpectedFailure.of(() -> putUntilFailure(store), master.address());
            killer.join();
            String message = ExpectedFailure.of(
                            () -> store.get("bp-1", "x"),
                            master.address() + " cannot be reached: \"Connection refused\"")
                    .getMessage();
            // The other nodes redirect to it until they have detected the failure.
            assertThat(message).containsAnyOf("Start the server", "Start the missing nodes");
        }
    }

    private static String keyOf(RedisCluster cluster, String buildpackId) {
        return new Keys(cluster.namespaceAt(1)).of(buildpackId);
    }

    private static void putUntilFailure(ShaStore store) {
        for (int i = 0; ; i++) {
            store.putAll("bp-" + i, Map.of("x", "1", "y", "2"));
        }
    }

    @Test
    @Tag("long")
    void aKilledMasterOfOtherBuildsDoesNoHarmWithoutFullCoverage() {
        try (RedisCluster cluster = RedisCluster.start("cluster-require-full-coverage", "no")) {
            String namespace = cluster.namespaceAt(2);
            ShaStore store = open(cluster, namespace);
            store.put("bp", "x", "1");
            cluster.master(0).kill();
            Await.until(
                    "the others have detected it",
                    () -> String.valueOf(Admin.send(cluster.master(2), "CLUSTER", "NODES"))
                            .contains("fail"));
            store.put("bp", "y", "2");
            assertThat(open(cluster, namespace).getAll("bp", List.of("x", "y"))).isEqualTo(Map.of("x", "1", "y", "2"));
        }
    }

    @Test
    @Tag("long")
    void aKilledMasterOfOtherBuildsIsReportedWithFullCoverage() {
        try (RedisCluster cluster = RedisCluster.start("cluster-require-full-coverage", "yes")) {
            ShaStore store = open(cluster, cluster.namespaceAt(2));
            cluster.master(0).kill();
            Await.until("the others have detected it", () -> fails(store));
            ExpectedFailure.of(
                    () -> store.put("bp", "x", "1"),
                    cluster.master(2).address() + " replied \"CLUSTERDOWN",
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
    void allNodesAreNamedIfNoneReplies() {
        String nodes = "127.0.0.1:1,127.0.0.1:2";
        ExpectedFailure.of(
                () -> Stores.open("redis-cluster://:" + ExpectedFailure.SECRET + "@" + nodes + "?namespace=a"),
                nodes,
                "127.0.0.1:1 cannot be reached: \"Connection refused\"");
    }

    @Test
    void nodesThatRedirectToEachOtherAreReported() {
        AtomicReference<String> end = new AtomicReference<>();
        try (FakeServer second = FakeServer.redirectingTo(end::get);
                FakeServer first = FakeServer.redirectingTo(second::address)) {
            end.set(first.address());
            ExpectedFailure.of(
                    () -> Stores.open("redis-cluster://" + first.address() + "?namespace=a"),
                    second.address() + " redirects to other nodes in a circle",
                    "Run it again when the cluster is stable");
        }
    }

    @Test
    void aNodeThatRedirectsToItselfIsReported() {
        AtomicReference<String> itself = new AtomicReference<>();
        try (FakeServer server = FakeServer.redirectingTo(itself::get)) {
            itself.set(server.address().replace("127.0.0.1", ""));
            ExpectedFailure.of(
                    () -> Stores.open("redis-cluster://" + server.address() + "?namespace=a"),
                    server.address() + " redirects to other nodes in a circle");
        }
    }

    @ParameterizedTest
    @CsvSource({"redis-cluster, ''", "redis-sentinel, /build"})
    void noOtherNodeIsTriedAfterTheDeadline(String scheme, String path) {
        try (FakeServer hanging = FakeServer.answering();
                FakeServer other = FakeServer.answering()) {
            String nodes = hanging.address() + "," + other.address();
            String message = ExpectedFailure.of(
                            () -> Stores.open(scheme + "://" + nodes + path + "?namespace=a&timeout=PT0.5S"),
                            "none of " + nodes + " can be used: " + hanging.address() + " ",
                            " within PT0.5S")
                    .getMessage();
            // On a busy machine the time may be over while the connection is made, or before.
            assertThat(message)
                    .containsPattern("(did not reply|could not be reached) within")
                    .doesNotContain("; " + other.address());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"MOVED", "ASK"})
    void theRemedyForAClusterDoesNotNameItsScheme(String code) {
        JedisDataException refusal = new JedisDataException(code + " 1 127.0.0.1:1");
        Login login = new Login(Login.Target.CLUSTER, null, null, 0);
        assertThat(ErrorReplies.failure(new Node("127.0.0.1", 1), refusal, login)
                        .toShaStoreException())
                .hasMessageContaining("Run it again when the cluster is stable");
    }
}
