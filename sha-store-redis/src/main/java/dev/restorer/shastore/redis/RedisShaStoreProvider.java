package dev.restorer.shastore.redis;

import dev.restorer.spi.ShaStore;
import dev.restorer.spi.ShaStoreConfiguration;
import dev.restorer.spi.ShaStoreProvider;
import java.util.Set;

/**
 * Opens SHA stores in Redis 6.2 or later. There is one form a kind of deployment, and each with TLS as well:
 *
 * <pre>
 * redis://[user[:password]@]host[:port][/database]?namespace=…
 * redis-cluster://[user[:password]@]host[:port],host[:port]…?namespace=…
 * redis-sentinel://[user[:password]@]host[:port],host[:port]…/master[/database]?namespace=…
 * rediss://…  rediss-cluster://…  rediss-sentinel://…
 * </pre>
 *
 * <p>The port is 6379 where none is written, and 26379 of a sentinel. An IPv6 address stands in brackets.
 * {@code redis://:password@host} is the default user's password. {@code /}, {@code ?}, {@code #}, {@code @}, {@code %},
 * {@code &} and what is not ASCII are written {@code %XX}. Of a cluster and of sentinels it is enough to name some; the
 * servers that they point to are given the password as well. Without TLS it goes over the network as it is.
 *
 * <p>The options, each of them at most once:
 *
 * <ul>
 *   <li>{@code namespace}: the build, at most 256 bytes. Required, and different for any two builds that may run at the
 *       same time: it is all that keeps them apart.
 *   <li>{@code ttl}: how long a buildpack's SHAs stay after the last put, {@code PT24H} by default.
 *   <li>{@code connect-timeout}: how long to look up a host, connect, agree on TLS and log in, {@code PT2S} by default.
 *   <li>{@code timeout}: how long a call may take, connecting included, {@code PT5S} by default; or each 4,000 layers
 *       or MiB of a larger one.
 *   <li>{@code pool}: how many connections at most, 8 by default.
 *   <li>{@code replicas}: how many replicas have to have a put before it returns, none by default.
 *   <li>{@code password-file}, {@code sentinel-password-file}: the absolute path of a file that holds the password of
 *       the servers or of the sentinels, since others on a machine may see a command line.
 *   <li>{@code ca}: the absolute path of a PEM file of the CAs to trust in place of those that the JVM trusts.
 * </ul>
 *
 * <p>A server that asks for a certificate of the client is sent one of the JVM's key store, which the system properties
 * {@code javax.net.ssl.keyStore}, {@code javax.net.ssl.keyStoreType}, {@code javax.net.ssl.keyStoreProvider} and
 * {@code javax.net.ssl.keyStorePassword} name, whether {@code ca} is there or not.
 *
 * <p>A put that returned is in the memory of the server that keeps the build. What that server forgets is forgotten, and
 * so is what a replica that takes over did not have.
 *
 * <p>Ids, names and diff ids are kept as they are, each of at most 65,536 bytes in UTF-8. One that is longer, or that
 * UTF-8 cannot hold, is refused.
 *
 * @since 0.1
 */
public final class RedisShaStoreProvider implements ShaStoreProvider {

    static final String ID = "redis";
    static final String USAGE = "redis://[user:password@]host[:port][/database]?namespace=build,"
            + " redis-cluster://host:port,host:port?namespace=build,"
            + " or redis-sentinel://host:port,host:port/master[/database]?namespace=build;"
            + " each with TLS as rediss";

    /** For {@link java.util.ServiceLoader}. */
    public RedisShaStoreProvider() {}

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Set<String> schemes() {
        return Set.of("redis", "rediss", "redis-cluster", "rediss-cluster", "redis-sentinel", "rediss-sentinel");
    }

    @Override
    public String usage() {
        return USAGE;
    }

    @Override
    public ShaStore open(ShaStoreConfiguration configuration) {
        return RedisShaStore.open(SettingsReader.read(configuration));
    }
}
