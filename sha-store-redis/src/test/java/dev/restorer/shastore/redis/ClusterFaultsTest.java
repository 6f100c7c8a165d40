package dev.restorer.shastore.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.spi.ShaStore;
import dev.restorer.spi.ShaStoreException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What happens to a build while nodes of its cluster die, or send it elsewhere. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ClusterFaultsTest {

    private static ShaStore open(RedisCluster cluster, String namespace) {
        return Stores.open("redis-cluster://" + cluster.addresses() + "?namespace=" + namespace);
    }

    @Test
    void theMasterOfTheBuildIsKilledInTheMiddleOfARestore() {
        try (RedisCluster cluster = RedisCluster.start()) {
            ShaStore store = open(cluster, cluster.namespaceAt(1));
            RedisServer master = cluster.master(1);
            Thread killer = new Thread(() -> {
                Await.until(
                        "much has been put",
                        () -> Long.valueOf(1).equals(master.send("EXISTS", keyOf(cluster, "bp-20"))));
                master.kill();
            });
            killer.start();
            Told.by(() -> putForEver(store), master.address());
            Told.by(() -> store.get("bp-1", "x"), master.address() + " refuses the connection", "Start the server");
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
    void aKilledMasterOfOtherBuildsDoesNoHarmWhereTheClusterNeedsNotBeWhole() {
        try (RedisCluster cluster = RedisCluster.start("cluster-require-full-coverage", "no")) {
            String namespace = cluster.namespaceAt(2);
            ShaStore store = open(cluster, namespace);
            store.put("bp", "x", "1");
            cluster.master(0).kill();
            Await.until(
                    "the others know",
                    () -> String.valueOf(cluster.master(2).send("CLUSTER", "NODES"))
                            .contains("fail"));
            store.put("bp", "y", "2");
            assertThat(open(cluster, namespace).getAll("bp", List.of("x", "y"))).isEqualTo(Map.of("x", "1", "y", "2"));
        }
    }

    @Test
    void aKilledMasterOfOtherBuildsIsToldWhereTheClusterHasToBeWhole() {
        try (RedisCluster cluster = RedisCluster.start("cluster-require-full-coverage", "yes")) {
            ShaStore store = open(cluster, cluster.namespaceAt(2));
            cluster.master(0).kill();
            Await.until("the others know", () -> fails(store));
            Told.by(
                    () -> store.put("bp", "x", "1"),
                    cluster.master(2).address() + " says that its cluster is down",
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
                "127.0.0.1:1 refuses the connection");
    }

    @Test
    void nodesThatPointAtOneAnotherAreTold() {
        try (FakeServer second = FakeServer.doing((in, out) -> {
            throw new InterruptedException();
        })) {
            String moved = "-MOVED 1 " + second.address() + "\r\n";
            try (FakeServer first = FakeServer.answering("+PONG\r\n", moved)) {
                Told.by(
                        () -> Stores.open("redis-cluster://" + first.address() + "?namespace=a"),
                        first.address(),
                        second.address() + " closed the connection");
            }
        }
    }

    @Test
    void aNodeThatPointsAtItselfIsTold() {
        try (FakeServer server = FakeServer.doing((in, out) -> {
            byte[] bytes = new byte[1000];
            if (in.read(bytes) > 0) {
                out.write("+PONG\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            while (in.read(bytes) > 0) {
                out.write("-MOVED 1 :6379\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        })) {
            Told.by(() -> Stores.open("redis-cluster://" + server.address() + "?namespace=a"), "127.0.0.1:6379");
        }
    }
}
