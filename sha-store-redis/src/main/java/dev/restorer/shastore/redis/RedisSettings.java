package dev.restorer.shastore.redis;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a URI says.
 *
 * @param topology which servers
 * @param login to the server that keeps the build
 * @param tls whether to speak TLS
 * @param ca the file of CAs that are trusted; null for those that the JVM trusts
 * @param namespace the build
 * @param ttl how long what was put stays
 * @param times how long to wait
 * @param pool how many connections at most
 * @param replicas how many replicas have to have a put
 */
record RedisSettings(
        Topology topology,
        Login login,
        boolean tls,
        @Nullable Path ca,
        String namespace,
        Duration ttl,
        Times times,
        int pool,
        int replicas) {

    /** How long to connect to a server, and how long to wait for anything. */
    record Times(Duration connect, Duration answer) {}
}
