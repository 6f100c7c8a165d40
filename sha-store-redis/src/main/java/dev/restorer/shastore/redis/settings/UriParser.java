package dev.restorer.shastore.redis.settings;

import dev.restorer.spi.ShaStoreConfiguration;
import dev.restorer.spi.ShaStoreException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses the URI of a store. Messages do not quote the URI, since the invalid part may be the password. */
public final class UriParser {

    /** The forms of the URI, for remedies. */
    public static final String USAGE = "redis://[user:password@]host[:port][/database]?namespace=build,"
            + " redis-cluster://host:port,host:port?namespace=build,"
            + " or redis-sentinel://host:port,host:port/master[/database]?namespace=build;"
            + " each with TLS as rediss";

    /** A URI without its scheme. {@link java.net.URI} rejects a list of hosts that has an IPv6 address. */
    private static final Pattern FORM = Pattern.compile(
            "//(?:(?<login>[^@/?#]*)@)?(?<hosts>[^@/?#]*)(?:/(?<path>[^@?#]*))?(?:\\?(?<options>[^@?#]*))?");

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
    private final Options options;

    private UriParser(ShaStoreConfiguration configuration) {
        isTls = configuration.scheme().startsWith("rediss");
        isCluster = configuration.scheme().endsWith("-cluster");
        hasSentinels = configuration.scheme().endsWith("-sentinel");
        uri = FORM.matcher(configuration.rest());
        if (!uri.matches()) {
            throw invalid("has no // after its scheme, or a reserved character in a wrong place:"
                    + " write /, ?, # and @ in a user, a password or a value as %2F, %3F, %23 and %40");
        }
        options = new Options(part("options"), isTls, hasSentinels);
    }

    public static RedisSettings parse(ShaStoreConfiguration configuration) {
        return new UriParser(configuration).settings();
    }

    static ShaStoreException invalid(String problem) {
        return new ShaStoreException(RedisSettings.PROVIDER_ID, "the URI " + problem, "Write " + USAGE);
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
                options.path(Options.CA),
                namespace(),
                options.duration(Options.TTL, DEFAULT_TTL, MAX_TTL),
                options.duration(Options.CONNECT_TIMEOUT, DEFAULT_CONNECT_TIMEOUT, MAX_TIMEOUT),
                options.duration(Options.TIMEOUT, DEFAULT_TIMEOUT, MAX_TIMEOUT),
                options.number(Options.POOL, 1, DEFAULT_POOL, MAX_POOL),
                options.number(Options.REPLICAS, 0, 0, MAX_REPLICAS));
    }

    private List<Node> nodes() {
        List<Node> nodes = new ArrayList<>();
        for (String host : part("hosts").split(",", -1)) {
            int number = nodes.size() + 1;
            nodes.add(Node.parse(host, hasSentinels ? SENTINEL_PORT : PORT)
                    .orElseThrow(() -> invalid("has no valid host and port for server number " + number)));
        }
        if (nodes.size() > 1 && !isCluster && !hasSentinels) {
            throw invalid("has more than one server");
        }
        return List.copyOf(nodes);
    }

    private Login login() {
        String[] parts = part("login").split(":", 2);
        String user = Utf8.percentDecode("a user", parts[0]);
        String inUri = parts.length == 1 ? "" : Utf8.percentDecode("a password", parts[1]);
        if (!inUri.isEmpty() && options.has(Options.PASSWORD_FILE)) {
            throw Options.problem(Options.PASSWORD_FILE, "and a password are both given", "Omit the password");
        }
        String password = inUri.isEmpty() ? options.password(Options.PASSWORD_FILE) : inUri;
        if (password == null && !part("login").isEmpty()) {
            throw invalid("has a user and no password");
        }
        Login.Target target = isCluster ? Login.Target.CLUSTER : Login.Target.SERVER;
        return new Login(target, user.isEmpty() ? null : user, password, database());
    }

    /** Returns the database, which is the path, or with sentinels the part of the path after the name of the master. */
    private int database() {
        String path = part("path");
        String database = hasSentinels ? path.substring(Math.min(path.length(), master().length() + 1)) : path;
        if (database.isEmpty()) {
            return 0;
        }
        if (isCluster || !database.matches("[0-9]{1,9}")) {
            throw invalid(
                    isCluster
                            ? "has a database number, but a cluster has only one database"
                            : "has a database that is not a number");
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
            throw invalid("names no master after its sentinels");
        }
        String password = options.password(Options.SENTINEL_PASSWORD_FILE);
        return new RedisSettings.Sentinels(
                Utf8.percentDecode("a master", master()), new Login(Login.Target.SENTINEL, null, password, 0));
    }

    private String namespace() {
        String namespace = options.text(Options.NAMESPACE);
        if (namespace.isEmpty() || namespace.getBytes(StandardCharsets.UTF_8).length > MAX_NAMESPACE_BYTES) {
            throw Options.problem(
                    Options.NAMESPACE,
                    "is missing or has more than " + MAX_NAMESPACE_BYTES + " bytes",
                    "Give each build a namespace, such as namespace=build-42");
        }
        return namespace;
    }
}
