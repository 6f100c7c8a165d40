package dev.restorer.shastore.redis;

import dev.restorer.spi.ShaStoreConfiguration;
import dev.restorer.spi.ShaStoreException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads settings from a URI. What is wrong with it is told without a quote, since it may be the password. */
final class SettingsReader {

    /** What stands behind the scheme. A URI of the JDK holds no list of hosts that has an IPv6 address in it. */
    private static final Pattern FORM = Pattern.compile(
            "//(?:(?<login>[^@/?#]*)@)?(?<hosts>[^@/?#]*)(?:/(?<path>[^@?#]*))?(?:\\?(?<parameters>[^@?#]*))?");

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

    private final boolean isTls;
    private final boolean isCluster;
    private final boolean hasSentinels;
    private final Matcher uri;
    private final Parameters parameters;

    private SettingsReader(ShaStoreConfiguration configuration) {
        isTls = configuration.scheme().startsWith("rediss");
        isCluster = configuration.scheme().endsWith("-cluster");
        hasSentinels = configuration.scheme().endsWith("-sentinel");
        uri = FORM.matcher(configuration.rest());
        if (!uri.matches()) {
            throw form("has no // behind its scheme, or a reserved character out of place:"
                    + " /, ?, # and @ in a user, a password or a value are written %2F, %3F, %23 and %40");
        }
        parameters = new Parameters(part("parameters"), isTls, hasSentinels);
    }

    static RedisSettings read(ShaStoreConfiguration configuration) {
        return new SettingsReader(configuration).settings();
    }

    static ShaStoreException form(String problem) {
        return new ShaStoreException(
                RedisShaStoreProvider.ID, "the URI " + problem, "Write " + RedisShaStoreProvider.USAGE);
    }

    private String part(String name) {
        String part = uri.group(name);
        return part == null ? "" : part;
    }

    private RedisSettings settings() {
        return new RedisSettings(
                nodes(),
                login(),
                sentinels(),
                isTls,
                parameters.path(Parameters.CA),
                namespace(),
                parameters.duration(Parameters.TTL, DEFAULT_TTL, MAX_TTL),
                parameters.duration(Parameters.CONNECT_TIMEOUT, DEFAULT_CONNECT_TIMEOUT, MAX_TIMEOUT),
                parameters.duration(Parameters.TIMEOUT, DEFAULT_TIMEOUT, MAX_TIMEOUT),
                parameters.number(Parameters.POOL, 1, DEFAULT_POOL, MAX_POOL),
                parameters.number(Parameters.REPLICAS, 0, 0, MAX_REPLICAS));
    }

    private List<Node> nodes() {
        List<Node> nodes = new ArrayList<>();
        for (String host : part("hosts").split(",", -1)) {
            int number = nodes.size() + 1;
            nodes.add(Node.read(host, hasSentinels ? SENTINEL_PORT : PORT)
                    .orElseThrow(
                            () -> form("has no host and port where number " + number + " of its servers should be")));
        }
        if (nodes.size() > 1 && !isCluster && !hasSentinels) {
            throw form("has more than one server");
        }
        return List.copyOf(nodes);
    }

    private Login login() {
        String[] parts = part("login").split(":", 2);
        String user = Utf8.decoded("a user", parts[0]);
        String written = parts.length == 1 ? "" : Utf8.decoded("a password", parts[1]);
        if (!written.isEmpty() && parameters.has(Parameters.PASSWORD_FILE)) {
            throw Parameters.problem(
                    Parameters.PASSWORD_FILE, "and a password are both there", "Leave out the password");
        }
        String password = written.isEmpty() ? parameters.passwordIn(Parameters.PASSWORD_FILE) : written;
        if (password == null && !part("login").isEmpty()) {
            throw form("has a user and no password");
        }
        Login.To to = isCluster ? Login.To.CLUSTER : Login.To.SERVER;
        return new Login(to, user.isEmpty() ? null : user, password, database());
    }

    /** The path; with sentinels what stands behind the master. */
    private int database() {
        String path = part("path");
        String database = hasSentinels ? path.substring(Math.min(path.length(), master().length() + 1)) : path;
        if (database.isEmpty()) {
            return 0;
        }
        if (isCluster || !database.matches("[0-9]{1,9}")) {
            throw form(
                    isCluster
                            ? "has a database, of which a cluster has one alone"
                            : "has a database that is no number");
        }
        return Integer.parseInt(database);
    }

    private String master() {
        return part("path").split("/", 2)[0];
    }

    private RedisSettings.@Nullable Sentinels sentinels() {
        if (!hasSentinels) {
            return null;
        }
        if (master().isEmpty()) {
            throw form("names no master behind its sentinels");
        }
        String password = parameters.passwordIn(Parameters.SENTINEL_PASSWORD_FILE);
        return new RedisSettings.Sentinels(
                Utf8.decoded("a master", master()), new Login(Login.To.SENTINEL, null, password, 0));
    }

    private String namespace() {
        String namespace = parameters.text(Parameters.NAMESPACE);
        if (namespace.isEmpty() || namespace.getBytes(StandardCharsets.UTF_8).length > MAX_NAMESPACE_BYTES) {
            throw Parameters.problem(
                    Parameters.NAMESPACE,
                    "is missing or has more than " + MAX_NAMESPACE_BYTES + " bytes",
                    "Name the build with it, such as namespace=build-42");
        }
        return namespace;
    }
}
