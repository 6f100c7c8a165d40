package dev.restorer.shastore.redis;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a URI says.
 *
 * @param nodes the one server, some nodes of a cluster, or some sentinels
 * @param login to the node that keeps the build
 * @param sentinels what to ask the sentinels; null if the nodes are none
 * @param tls whether to speak TLS
 * @param ca the file of CAs that are trusted; null for those that the JVM trusts
 * @param namespace the build
 * @param ttl how long what was put stays
 * @param connectTimeout how long to connect to a node
 * @param timeout how long to wait for anything
 * @param pool how many connections at most
 * @param replicas how many replicas have to have a put
 */
record RedisSettings(
        List<Node> nodes,
        Login login,
        @Nullable Sentinels sentinels,
        boolean tls,
        @Nullable Path ca,
        String namespace,
        Duration ttl,
        Duration connectTimeout,
        Duration timeout,
        int pool,
        int replicas) {

    /** The name of the master, and the login to the sentinels that watch it. */
    record Sentinels(String master, Login login) {}

    /** Names the nodes. */
    String names() {
        return nodes.stream().map(Node::toString).collect(Collectors.joining(","));
    }
}
