package dev.restorer.shastore.redis;

import dev.restorer.api.Quoted;
import dev.restorer.spi.ShaStoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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

    private static final int MAX_PASSWORD_BYTES = 1 << 12;

    private final Map<String, String> values = new HashMap<>();

    /** Takes {@code a=1&b=2}. */
    Parameters(String query, boolean isTls, boolean hasSentinels) {
        Set<String> names =
                new TreeSet<>(Set.of(NAMESPACE, TTL, CONNECT_TIMEOUT, TIMEOUT, POOL, REPLICAS, PASSWORD_FILE));
        names.addAll(isTls ? Set.of(CA) : Set.of());
        names.addAll(hasSentinels ? Set.of(SENTINEL_PASSWORD_FILE) : Set.of());
        for (String pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            String name = parts[0];
            if (!names.contains(name)) {
                throw problem(name, "is none of a URI of this scheme", "There may be " + String.join(", ", names));
            }
            String value = parts.length == 1 ? "" : Utf8.decoded("a parameter " + name, parts[1]);
            if (value.isEmpty() || values.put(name, value) != null) {
                throw problem(name, "has no value or is there twice", "Give it once with a value, or leave it out");
            }
        }
    }

    static ShaStoreException problem(String name, String problem, String remedy) {
        return new ShaStoreException(
                RedisShaStoreProvider.ID, "the parameter " + Quoted.quote(name) + " " + problem, remedy);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** Returns an empty text if there is none. */
    String text(String name) {
        return values.getOrDefault(name, "");
    }

    Duration duration(String name, Duration otherwise, Duration max) {
        if (!has(name)) {
            return otherwise;
        }
        try {
            Duration duration = Duration.parse(text(name));
            if (duration.compareTo(Duration.ofMillis(1)) >= 0 && duration.compareTo(max) <= 0) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            // It is told with those that are too short or too long.
        }
        throw problem(
                name, "is no duration between PT0.001S and " + max, "Write it as ISO 8601 does, such as PT5S or PT24H");
    }

    int number(String name, int min, int otherwise, int max) {
        if (!has(name)) {
            return otherwise;
        }
        int number = text(name).matches("[0-9]{1,9}") ? Integer.parseInt(text(name)) : -1;
        if (number < min || number > max) {
            throw problem(name, "is no number between " + min + " and " + max, "Write one, or leave it out");
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
            // It is told with those that are not absolute.
        }
        throw problem(name, "is no absolute path", "Write it such as " + name + "=/a/file");
    }

    /** Returns the password in a file, or null. A line break at its end does not count. */
    @Nullable
    String passwordIn(String name) {
        Path file = path(name);
        if (file == null) {
            return null;
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_PASSWORD_BYTES + 1);
            String password = new String(bytes, StandardCharsets.UTF_8).replaceFirst("\r?\n$", "");
            if (bytes.length <= MAX_PASSWORD_BYTES && !password.isEmpty() && Utf8.isWhole(password)) {
                return password;
            }
        } catch (IOException e) {
            // It is told with those that hold none.
        }
        throw problem(
                name,
                "names a file that holds no password: " + Quoted.quote(file.toString()),
                "Let it be a readable file that holds the password alone, in UTF-8 and at most " + MAX_PASSWORD_BYTES
                        + " bytes");
    }
}
