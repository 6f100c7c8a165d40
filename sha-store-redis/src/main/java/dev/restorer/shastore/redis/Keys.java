package dev.restorer.shastore.redis;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The keys of the hashes of a build, {@code restorer:{namespace}:buildpack}. A Redis cluster calculates the slot of a
 * key from the text between the first braces, so all keys of a build are in one slot. The namespace is percent-encoded,
 * so it cannot contain a brace, and two namespaces never result in the same key.
 */
final class Keys {

    private final String prefix;

    Keys(String namespace) {
        String encoded = URLEncoder.encode(namespace, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        prefix = "restorer:{" + encoded + "}:";
    }

    /** Returns the key of a buildpack's hash. */
    String of(String buildpackId) {
        return prefix + buildpackId;
    }

    /** Returns a key in the slot of the build that is never written, to test access to the slot. */
    String probe() {
        return prefix.substring(0, prefix.length() - 1);
    }
}
