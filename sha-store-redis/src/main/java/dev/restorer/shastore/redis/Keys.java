package dev.restorer.shastore.redis;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The names of a build's hashes, {@code restorer:{namespace}:buildpack}. Redis cluster makes a slot of what stands in
 * the first braces, so all of a build lie in one. In there every byte but letters, digits, {@code -}, {@code _} and
 * {@code .} is written {@code %XX}, which keeps braces out and two namespaces apart.
 */
final class Keys {

    private final String prefix;

    Keys(String namespace) {
        String encoded = URLEncoder.encode(namespace, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        prefix = "restorer:{" + encoded + "}:";
    }

    String of(String buildpackId) {
        return prefix + buildpackId;
    }

    /** A key of the build that no buildpack has, for a look at whether its slot is served. */
    String probe() {
        return prefix.substring(0, prefix.length() - 1);
    }
}
