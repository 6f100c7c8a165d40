package dev.restorer.shastore.redis;

import dev.restorer.fixtures.Await;
import dev.restorer.fixtures.RedisServer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A cluster of three masters without replicas. */
final class RedisCluster implements AutoCloseable {

    private static final int SLOTS = 16_384;
    private static final int MASTERS = 3;

    private final List<RedisServer> masters = new ArrayList<>();

    private RedisCluster(String... options) {
        String[] all = Stream.concat(
                        Stream.of(
                                "cluster-enabled",
                                "yes",
                                "cluster-config-file",
                                "nodes.conf",
                                "cluster-node-timeout",
                                "1000"),
                        Stream.of(options))
                .toArray(String[]::new);
        for (int i = 0; i < MASTERS; i++) {
            masters.add(RedisServer.start(all));
        }
    }

    /** Starts a cluster, with additional options for each master. */
    static RedisCluster start(String... options) {
        RedisCluster cluster = new RedisCluster(options);
        for (int i = 0; i < MASTERS; i++) {
            RedisServer master = cluster.masters.get(i);
            Admin.send(master, "CLUSTER", cluster.slotsOf(i));
            Admin.send(
                    master,
                    "CLUSTER",
                    "MEET",
                    "127.0.0.1",
                    String.valueOf(cluster.masters.get(0).port()));
        }
        Await.until("the cluster is up", () -> cluster.masters.stream().allMatch(RedisCluster::isUp));
        return cluster;
    }

    private String[] slotsOf(int master) {
        int first = SLOTS * master / MASTERS;
        int end = SLOTS * (master + 1) / MASTERS;
        return Stream.concat(Stream.of("ADDSLOTS"), IntStream.range(first, end).mapToObj(String::valueOf))
                .toArray(String[]::new);
    }

    private static boolean isUp(RedisServer master) {
        String info = String.valueOf(Admin.send(master, "CLUSTER", "INFO"));
        return info.contains("cluster_state:ok") && info.contains("cluster_known_nodes:3");
    }

    String addresses() {
        return masters.stream().map(RedisServer::address).collect(Collectors.joining(","));
    }

    RedisServer master(int index) {
        return masters.get(index);
    }

    /** Returns a namespace whose slot a master serves. */
    String namespaceAt(int master) {
        return IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> "build-" + i)
                .filter(namespace -> masterOf(slot(namespace)) == master)
                .findFirst()
                .orElseThrow();
    }

    String slot(String namespace) {
        return String.valueOf(Admin.send(masters.get(0), "CLUSTER", "KEYSLOT", new Keys(namespace).of("bp")));
    }

    private static int masterOf(String slot) {
        int wanted = Integer.parseInt(slot);
        return IntStream.range(0, MASTERS)
                .filter(master -> wanted < SLOTS * (master + 1) / MASTERS)
                .findFirst()
                .orElseThrow();
    }

    /** Begins to move a slot: from now on the source replies with ASK for keys that it does not have. */
    void beginMove(String slot, int from, int to) {
        Admin.send(master(to), "CLUSTER", "SETSLOT", slot, "IMPORTING", id(from));
        Admin.send(master(from), "CLUSTER", "SETSLOT", slot, "MIGRATING", id(to));
    }

    void moveKey(String key, int from, int to) {
        Admin.send(
                master(from), "MIGRATE", "127.0.0.1", String.valueOf(master(to).port()), key, "0", "5000");
    }

    void endMove(String slot, int from, int to) {
        Admin.send(master(to), "CLUSTER", "SETSLOT", slot, "NODE", id(to));
        Admin.send(master(from), "CLUSTER", "SETSLOT", slot, "NODE", id(to));
    }

    private String id(int master) {
        return String.valueOf(Admin.send(master(master), "CLUSTER", "MYID"));
    }

    @Override
    public void close() {
        masters.forEach(RedisServer::close);
    }
}
