package dev.restorer.shastore.redis;

import dev.restorer.spi.ShaStoreConfiguration;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads settings from a URI. */
final class SettingsReader {

    private static final int PORT = 6379;
    private static final int SENTINEL_PORT = 26_379;
    private static final int MAX_NAMESPACE_BYTES = 256;
    private static final int DEFAULT_POOL = 8;
    private static final int MAX_POOL = 1_000;
    private static final int MAX_REPLICAS = 100;
    private static final Duration DEFAULT_TTL = Duration.ofHours(24);
    private static final Duration MAX_TTL = Duration.ofDays(3650);
    private static final Duration DEFAULT_CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration MAX_TIMEOUT = Duration.ofHours(1);

    private final String scheme;
    private final RedisUri uri;
    private final Parameters parameters;

    private SettingsReader(ShaStoreConfiguration configuration) {
        scheme = configuration.scheme();
        uri = RedisUri.of(configuration);
        parameters = new Parameters(uri.query());
    }

    static RedisSettings read(ShaStoreConfiguration configuration) {
        return new SettingsReader(configuration).settings();
    }

    private RedisSettings settings() {
        Topology topology = topology();
        Login login = topology instanceof Topology.Cluster
                ? new Login(credentials(), 0, Login.To.CLUSTER)
                : new Login(credentials(), database(), Login.To.SERVER);
        return new RedisSettings(
                topology,
                login,
                scheme.startsWith("rediss"),
                ca(),
                namespace(),
                parameters.duration(Parameters.TTL, DEFAULT_TTL, MAX_TTL),
                new RedisSettings.Times(
                        parameters.duration(Parameters.CONNECT_TIMEOUT, DEFAULT_CONNECT_TIMEOUT, MAX_TIMEOUT),
                        parameters.duration(Parameters.TIMEOUT, DEFAULT_TIMEOUT, MAX_TIMEOUT)),
                parameters.number(Parameters.POOL, 1, DEFAULT_POOL, MAX_POOL),
                parameters.number(Parameters.REPLICAS, 0, 0, MAX_REPLICAS));
    }

    private Topology topology() {
        if (scheme.endsWith("-sentinel")) {
            return new Topology.Sentinels(Node.listOf(uri.hosts(), SENTINEL_PORT), master(), sentinelCredentials());
        }
        if (parameters.has(Parameters.SENTINEL_PASSWORD_FILE)) {
            throw UriProblems.parameter(
                    Parameters.SENTINEL_PASSWORD_FILE, "is for sentinels", "Write redis-sentinel://, or leave it out");
        }
        List<Node> nodes = Node.listOf(uri.hosts(), PORT);
        if (scheme.endsWith("-cluster")) {
            if (!uri.path().isEmpty()) {
                throw UriProblems.form("has a database, of which a cluster has one alone");
            }
            return new Topology.Cluster(nodes);
        }
        if (nodes.size() > 1) {
            throw UriProblems.form("has more than one server");
        }
        return new Topology.Single(nodes.get(0));
    }

    private String master() {
        String path = uri.path();
        int slash = path.indexOf('/');
        String master = PercentEncoding.decoded("a master", slash < 0 ? path : path.substring(0, slash));
        if (master.isEmpty()) {
            throw UriProblems.form("names no master behind its sentinels");
        }
        return master;
    }

    /** The last part of the path; of a sentinel's the second, since the first is the master. */
    private int database() {
        String path = uri.path();
        if (scheme.endsWith("-sentinel")) {
            int slash = path.indexOf('/');
            path = slash < 0 ? "" : path.substring(slash + 1);
        }
        if (path.isEmpty()) {
            return 0;
        }
        if (!path.matches("[0-9]{1,9}")) {
            throw UriProblems.form("has a database that is no number");
        }
        return Integer.parseInt(path);
    }

    private Credentials credentials() {
        String info = uri.userInfo();
        int colon = info.indexOf(':');
        String user = PercentEncoding.decoded("a user", colon < 0 ? info : info.substring(0, colon));
        String written = colon < 0 ? "" : PercentEncoding.decoded("a password", info.substring(colon + 1));
        String password = password(written, Parameters.PASSWORD_FILE);
        if (password == null && !info.isEmpty()) {
            throw UriProblems.form("has a user and no password");
        }
        return new Credentials(user.isEmpty() ? null : user, password);
    }

    private Credentials sentinelCredentials() {
        return new Credentials(null, password("", Parameters.SENTINEL_PASSWORD_FILE));
    }

    private @Nullable String password(String written, String parameter) {
        Path file = parameters.path(parameter);
        if (file == null) {
            return written.isEmpty() ? null : written;
        }
        if (!written.isEmpty()) {
            throw UriProblems.parameter(parameter, "and a password are both there", "Leave out the password");
        }
        return PasswordFile.read(file);
    }

    private @Nullable Path ca() {
        Path ca = parameters.path(Parameters.CA);
        if (ca != null && !scheme.startsWith("rediss")) {
            throw UriProblems.parameter(Parameters.CA, "is for TLS", "Write rediss in place of redis, or leave it out");
        }
        return ca;
    }

    private String namespace() {
        String namespace = parameters.text(Parameters.NAMESPACE);
        if (namespace == null) {
            throw UriProblems.parameter(
                    Parameters.NAMESPACE, "is missing", "Name the build with it, such as namespace=build-42");
        }
        if (Utf8.length("the namespace", namespace) > MAX_NAMESPACE_BYTES) {
            throw UriProblems.parameter(
                    Parameters.NAMESPACE, "has more than " + MAX_NAMESPACE_BYTES + " bytes", "Shorten it");
        }
        return namespace;
    }
}
