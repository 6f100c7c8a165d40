package dev.restorer.shastore.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.shastore.redis.connection.ErrorReplies;
import dev.restorer.spi.ShaStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The slot of a build, and what happens while it moves. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ClusterSlotsTest {

    @AutoClose
    @SuppressWarnings("NullAway.Init")
    private static RedisCluster cluster;

    @BeforeAll
    static void start() {
        cluster = RedisCluster.start();
    }

    private static ShaStore open(String namespace) {
        return Stores.open("redis-cluster://" + cluster.addresses() + "?namespace=" + namespace);
    }

    private static Object keysAt(int master, String slot) {
        return Admin.send(cluster.master(master), "CLUSTER", "COUNTKEYSINSLOT", slot);
    }

    @Test
    void aSlotThatMovesIsFollowed() {
        String namespace = cluster.namespaceAt(0);
        Keys keys = new Keys(namespace);
        String slot = cluster.slot(namespace);
        ShaStore store = open(namespace);
        store.put("bp", "x", "1");
        store.put("other", "x", "1");
        Map<String, String> many =
                IntStream.range(0, 2_500).boxed().collect(Collectors.toMap(i -> "layer-" + i, String::valueOf));

        cluster.beginMove(slot, 0, 1);
        store.put("bp", "y", "2");
        store.putAll("new", many);
        assertThat(store.get("bp", "y")).contains("2");
        assertThat(store.getAll("new", many.keySet())).isEqualTo(many);
        cluster.moveKey(keys.of("bp"), 0, 1);
        store.put("bp", "z", "3");
        assertThat(open(namespace).getAll("bp", List.of("x", "y", "z")))
                .isEqualTo(Map.of("x", "1", "y", "2", "z", "3"));
        assertThat(store.get("other", "x")).contains("1");
        cluster.moveKey(keys.of("other"), 0, 1);
        cluster.endMove(slot, 0, 1);

        store.put("other", "y", "4");
        assertThat(store.getAll("other", List.of("x", "y"))).isEqualTo(Map.of("x", "1", "y", "4"));
        assertThat(store.getAll("new", many.keySet())).isEqualTo(many);
        assertThat(keysAt(0, slot)).isEqualTo(0L);
        assertThat(keysAt(1, slot)).isEqualTo(3L);
    }

    @Test
    void theDocumentedPermissionsAreEnoughWhileASlotMoves() {
        String commands = "+" + String.join(" +", ErrorReplies.COMMANDS);
        for (int i = 0; i < 3; i++) {
            List<String> user = new ArrayList<>(
                    List.of("SETUSER", "documented", "on", ">" + ExpectedFailure.SECRET, "~restorer:*"));
            user.addAll(List.of(commands.split(" ")));
            Admin.send(cluster.master(i), "ACL", user.toArray(String[]::new));
        }
        String namespace = cluster.namespaceAt(2);
        String slot = cluster.slot(namespace);
        ShaStore store = Stores.open("redis-cluster://documented:" + ExpectedFailure.SECRET + "@" + cluster.addresses()
                + "?namespace=" + namespace);
        cluster.beginMove(slot, 2, 1);
        store.put("bp", "x", "1");
        assertThat(store.get("bp", "x")).contains("1");
        cluster.endMove(slot, 2, 1);
        assertThat(keysAt(1, slot)).isEqualTo(1L);
    }

    @Test
    void oneReachableNodeIsEnough() {
        String namespace = cluster.namespaceAt(1);
        String last = cluster.master(2).address();
        ShaStore store =
                Stores.open("redis-cluster://" + Stores.UNUSED_ADDRESS + "," + last + "?namespace=" + namespace);
        store.put("bp", "x", "1");
        assertThat(keysAt(1, cluster.slot(namespace))).isEqualTo(1L);
    }

    @Test
    void aNodeThatHangsIsSkipped() {
        try (FakeServer hanging = FakeServer.answering()) {
            String nodes = hanging.address() + "," + cluster.addresses();
            String uri = "redis-cluster://" + nodes + "?namespace=hanging&connect-timeout=PT0.5S";
            assertThat(Stores.open(uri).get("bp", "x")).isEmpty();
        }
    }

    @Test
    void allKeysOfABuildAreInOneSlot() {
        ShaStore store = open("a%7Bb%7D");
        for (String id : List.of("a/b", "{x}", "}{", "é")) {
            store.put(id, "x", id);
            assertThat(store.get(id, "x")).contains(id);
        }
        String slot = cluster.slot("a{b}");
        assertThat(List.of(keysAt(0, slot), keysAt(1, slot), keysAt(2, slot))).containsExactlyInAnyOrder(4L, 0L, 0L);
    }
}
