package dev.restorer.shastore.redis;

import dev.restorer.shastore.redis.settings.RedisSettings;
import dev.restorer.shastore.redis.settings.UriParser;
import dev.restorer.spi.ShaStore;
import dev.restorer.spi.ShaStoreConfiguration;
import dev.restorer.spi.ShaStoreProvider;
import java.util.Set;

/**
 * Opens SHA stores in Redis 6.2 or later. There is a form of the URI for each kind of deployment, each also with TLS:
 *
 * <pre>
 * redis://[user[:password]@]host[:port][/database]?namespace=…
 * redis-cluster://[user[:password]@]host[:port],host[:port]…?namespace=…
 * redis-sentinel://[user[:password]@]host[:port],host[:port]…/master[/database]?namespace=…
 * rediss://…  rediss-cluster://…  rediss-sentinel://…
 * </pre>
 *
 * <p>The default port is 6379, and 26379 for sentinels. IPv6 addresses are in brackets. {@code redis://:password@host}
 * has the password of the default user. {@code /}, {@code ?}, {@code #}, {@code @}, {@code %}, {@code &} and all
 * characters that are not ASCII must be percent-encoded in users, passwords and values. Not all nodes of a cluster or
 * all sentinels need to be listed; the password is also sent to the servers that the listed ones name. Without TLS it
 * is sent in plain text.
 *
 * <p>The options, each at most once:
 *
 * <ul>
 *   <li>{@code namespace}: the namespace of the build, at most 256 bytes. It is required, and must be unique among the
 *       builds that run at the same time.
 *   <li>{@code ttl}: the time after which the diff ids of a buildpack expire, counted from the last put. The default is
 *       {@code PT24H}.
 *   <li>{@code connect-timeout}: the time limit for looking up a host, connecting, the TLS handshake and the login. The
 *       default is {@code PT2S}.
 *   <li>{@code timeout}: the time limit for a call, including the time to connect; a large call has this time for each
 *       4,000 layers or MiB. The default is {@code PT5S}.
 *   <li>{@code pool}: the maximum number of connections. The default is 8.
 *   <li>{@code replicas}: the number of replicas that must have received a put before it returns. The default is 0.
 *   <li>{@code password-file}, {@code sentinel-password-file}: the absolute path of a file that contains the password
 *       of the servers or of the sentinels, since a command line is visible to other users of the machine.
 *   <li>{@code ca}: the absolute path of a PEM file with the CAs to trust instead of those of the JVM.
 * </ul>
 *
 * <p>If a server requires a client certificate, that of the JVM's key store is sent, with or without {@code ca}. The
 * system properties {@code javax.net.ssl.keyStore}, {@code javax.net.ssl.keyStoreType},
 * {@code javax.net.ssl.keyStoreProvider} and {@code javax.net.ssl.keyStorePassword} name that key store.
 *
 * <p>When a put returns, the diff ids are in the memory of one server. They are lost if the server loses them, or if a
 * replica that has not received them replaces it.
 *
 * <p>Buildpack ids, names of layers and diff ids are stored unchanged. Those that are longer than 65,536 bytes in
 * UTF-8, or have an unpaired surrogate, are rejected.
 *
 * @since 0.1
 */
public final class RedisShaStoreProvider implements ShaStoreProvider {

    /** For {@link java.util.ServiceLoader}. */
    public RedisShaStoreProvider() {}

    @Override
    public String id() {
        return RedisSettings.PROVIDER_ID;
    }

    @Override
    public Set<String> schemes() {
        return Set.of("redis", "rediss", "redis-cluster", "rediss-cluster", "redis-sentinel", "rediss-sentinel");
    }

    @Override
    public String usage() {
        return UriParser.USAGE;
    }

    @Override
    public ShaStore open(ShaStoreConfiguration configuration) {
        return RedisShaStore.open(UriParser.parse(configuration));
    }
}
