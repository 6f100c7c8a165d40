package dev.restorer.shastore.redis;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The options of a URI, behind its question mark. */
final class Parameters {

    static final String NAMESPACE = "namespace";
    static final String TTL = "ttl";
    static final String CONNECT_TIMEOUT = "connect-timeout";
    static final String TIMEOUT = "timeout";
    static final String POOL = "pool";
    static final String REPLICAS = "replicas";
    static final String CA = "ca";
    static final String PASSWORD_FILE = "password-file";
    static final String SENTINEL_PASSWORD_FILE = "sentinel-password-file";

    private static final Set<String> NAMES =
            Set.of(NAMESPACE, TTL, CONNECT_TIMEOUT, TIMEOUT, POOL, REPLICAS, CA, PASSWORD_FILE, SENTINEL_PASSWORD_FILE);

    private static final Duration LEAST = Duration.ofMillis(1);

    private final Map<String, String> values = new HashMap<>();

    /** Takes {@code a=1&b=2}. */
    Parameters(String query) {
        for (String pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            if (!NAMES.contains(name)) {
                throw UriProblems.parameter(
                        name,
                        "is not known",
                        "Known are " + String.join(", ", NAMES.stream().sorted().toList()));
            }
            String value = PercentEncoding.decoded("a parameter " + name, equals < 0 ? "" : pair.substring(equals + 1));
            if (value.isEmpty()) {
                throw UriProblems.parameter(name, "has no value", "Give it one, or leave it out");
            }
            if (values.put(name, value) != null) {
                throw UriProblems.parameter(name, "is there twice", "Give it once");
            }
        }
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    @Nullable
    String text(String name) {
        return values.get(name);
    }

    Duration duration(String name, Duration otherwise, Duration most) {
        String value = values.get(name);
        if (value == null) {
            return otherwise;
        }
        try {
            Duration duration = Duration.parse(value);
            if (duration.compareTo(LEAST) >= 0 && duration.compareTo(most) <= 0) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            // It is told with those that are too short or too long.
        }
        throw UriProblems.parameter(
                name,
                "is no duration between " + LEAST + " and " + most,
                "Write it as ISO 8601 does, such as PT5S or PT24H");
    }

    int number(String name, int least, int otherwise, int most) {
        String value = values.get(name);
        if (value == null) {
            return otherwise;
        }
        int number = value.matches("[0-9]{1,9}") ? Integer.parseInt(value) : -1;
        if (number < least || number > most) {
            throw UriProblems.parameter(
                    name, "is no number between " + least + " and " + most, "Write one, or leave it out");
        }
        return number;
    }

    @Nullable
    Path path(String name) {
        String value = values.get(name);
        if (value == null) {
            return null;
        }
        try {
            Path path = Path.of(value);
            if (path.isAbsolute()) {
                return path;
            }
        } catch (InvalidPathException e) {
            // It is told with those that are not absolute.
        }
        throw UriProblems.parameter(name, "is no absolute path", "Write it such as " + name + "=/a/file");
    }
}
