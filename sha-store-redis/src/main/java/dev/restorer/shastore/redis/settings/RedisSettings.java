package dev.restorer.shastore.redis.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a store, from its URI.
 *
 * @param nodes the server, some nodes of the cluster, or some of the sentinels
 * @param login the login to the servers that have the data
 * @param sentinels the settings for sentinels; null if there are none
 * @param isTls whether to use TLS
 * @param ca a file with the trusted CAs; null for those of the JVM
 * @param namespace the namespace of the build
 * @param ttl the time after which diff ids expire
 * @param connectTimeout the time limit for establishing a connection
 * @param timeout the time limit for a call
 * @param pool the maximum number of connections
 * @param replicas the number of replicas that must have received a put before it returns
 */
public record RedisSettings(
        List<Node> nodes,
        Login login,
        @Nullable Sentinels sentinels,
        boolean isTls,
        @Nullable Path ca,
        String namespace,
        Duration ttl,
        Duration connectTimeout,
        Duration timeout,
        int pool,
        int replicas) {

    /** The id of the provider, which exceptions carry. */
    public static final String PROVIDER_ID = "redis";

    /**
     * The settings for sentinels.
     *
     * @param master the name of the master that they monitor
     * @param login the login to the sentinels
     */
    public record Sentinels(String master, Login login) {}

    /** Returns the nodes, separated by commas, for messages. */
    public String nodeNames() {
        return nodes.stream().map(Node::toString).collect(Collectors.joining(","));
    }
}
