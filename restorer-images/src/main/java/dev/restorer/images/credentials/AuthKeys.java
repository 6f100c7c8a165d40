package dev.restorer.images.credentials;

import dev.restorer.images.reference.RegistryReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The keys of credentials: a host with an optional port, and optionally the beginning of a repository. Docker also uses
 * URLs, such as {@code https://index.docker.io/v1/}. (Manual containers-auth.json)
 */
final class AuthKeys {

    private static final Set<String> DOCKER_HUB =
            Set.of(RegistryReference.DOCKER_HUB, "docker.io", "registry-1.docker.io", "registry.hub.docker.com");

    /** The key that Docker itself uses for Docker Hub, and by which it names it to helper programs. */
    static final String DOCKER_HUB_KEY = "https://index.docker.io/v1/";

    private static final Set<String> URL_PATHS = Set.of("v1", "v2");

    private AuthKeys() {}

    /** Returns a key in the form in which it is looked up. */
    static String normalized(String key) {
        int scheme = key.indexOf("://");
        String rest = key.substring(scheme < 0 ? 0 : scheme + 3);
        int slash = rest.indexOf('/');
        String host = host(slash < 0 ? rest : rest.substring(0, slash));
        String path = slash < 0 ? "" : withoutSlashes(rest.substring(slash));
        return scheme >= 0 || path.isEmpty() || URL_PATHS.contains(path) ? host : host + "/" + path;
    }

    /** Tells whether a key is written as Docker writes it. Docker prefers this one to other forms of the same key. */
    static boolean isUsual(String key) {
        String normalized = normalized(key);
        return key.equals(normalized.equals(RegistryReference.DOCKER_HUB) ? DOCKER_HUB_KEY : normalized);
    }

    private static String host(String text) {
        String host = text.toLowerCase(Locale.ROOT);
        return DOCKER_HUB.contains(host) ? RegistryReference.DOCKER_HUB : host;
    }

    private static String withoutSlashes(String path) {
        int start = 0;
        int end = path.length();
        while (start < end && path.charAt(start) == '/') {
            start++;
        }
        while (end > start && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(start, end);
    }

    /** Returns the possible keys for a repository, the most specific one first. */
    static List<String> of(String registry, String repository) {
        List<String> keys = new ArrayList<>();
        String host = host(registry);
        String path = repository;
        while (!path.isEmpty()) {
            keys.add(host + "/" + path);
            path = path.substring(0, Math.max(path.lastIndexOf('/'), 0));
        }
        keys.add(host);
        return keys;
    }
}
