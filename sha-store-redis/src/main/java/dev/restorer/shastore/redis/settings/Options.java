package dev.restorer.shastore.redis.settings;

import dev.restorer.api.Quoted;
import dev.restorer.spi.ShaStoreException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The options after the question mark of a URI. */
public final class Options {

    static final String NAMESPACE = "namespace";
    static final String TTL = "ttl";
    public static final String CONNECT_TIMEOUT = "connect-timeout";
    public static final String TIMEOUT = "timeout";
    static final String POOL = "pool";
    static final String REPLICAS = "replicas";
    static final String CA = "ca";
    static final String PASSWORD_FILE = "password-file";
    static final String SENTINEL_PASSWORD_FILE = "sentinel-password-file";

    private final Map<String, String> values = new HashMap<>();

    /** Parses a query such as {@code a=1&b=2}. */
    Options(String query, boolean isTls, boolean hasSentinels) {
        Set<String> names =
                new TreeSet<>(Set.of(NAMESPACE, TTL, CONNECT_TIMEOUT, TIMEOUT, POOL, REPLICAS, PASSWORD_FILE));
        names.addAll(isTls ? Set.of(CA) : Set.of());
        names.addAll(hasSentinels ? Set.of(SENTINEL_PASSWORD_FILE) : Set.of());
        for (String pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            String name = parts[0];
            if (!names.contains(name)) {
                throw problem(name, "does not exist for this scheme", "Use only " + String.join(", ", names));
            }
            String value = parts.length == 1 ? "" : Utf8.percentDecode("an option " + name, parts[1]);
            if (value.isEmpty() || values.put(name, value) != null) {
                throw problem(name, "has no value or is given twice", "Give it once with a value, or omit it");
            }
        }
    }

    static ShaStoreException problem(String name, String problem, String remedy) {
        return new ShaStoreException(
                RedisSettings.PROVIDER_ID, "the option " + Quoted.quote(name) + " " + problem, remedy);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** Returns the value of an option, empty if the option is absent. */
    String text(String name) {
        return values.getOrDefault(name, "");
    }

    Duration duration(String name, Duration defaultValue, Duration max) {
        if (!has(name)) {
            return defaultValue;
        }
        try {
            Duration duration = Duration.parse(text(name));
            if (duration.compareTo(Duration.ofMillis(1)) >= 0 && duration.compareTo(max) <= 0) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            // Reported below.
        }
        throw problem(
                name,
                "is not a duration between PT0.001S and " + max,
                "Write a duration of ISO 8601, such as PT5S or PT24H");
    }

    int number(String name, int min, int defaultValue, int max) {
        if (!has(name)) {
            return defaultValue;
        }
        int number = text(name).matches("[0-9]{1,9}") ? Integer.parseInt(text(name)) : -1;
        if (number < min || number > max) {
            throw problem(name, "is not a number between " + min + " and " + max, "Write such a number, or omit it");
        }
        return number;
    }

    @Nullable
    Path path(String name) {
        if (!has(name)) {
            return null;
        }
        try {
            Path path = Path.of(text(name));
            if (path.isAbsolute()) {
                return path;
            }
        } catch (InvalidPathException e) {
            // Reported below.
        }
        throw problem(name, "is not an absolute path", "Write an absolute path, such as " + name + "=/a/file");
    }

    /** Returns the password in the file that an option names, without a final line break; null without the option. */
    @Nullable
    String password(String name) {
        Path file = path(name);
        return file == null ? null : PasswordFile.read(name, file);
    }
}
