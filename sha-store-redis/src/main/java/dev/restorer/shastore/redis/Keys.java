package dev.restorer.shastore.redis;

import java.nio.charset.StandardCharsets;

/**
 * The names of a build's hashes, {@code restorer:{namespace}:buildpack}. Redis cluster makes a slot of what stands in
 * the first braces, so all of a build lie in one. In there every byte but letters, digits, {@code -}, {@code _} and
 * {@code .} is written {@code %XX}, which keeps braces out and two namespaces apart.
 */
final class Keys {

    private static final String PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";

    private final String prefix;

    Keys(String namespace) {
        prefix = "restorer:{" + encoded(namespace) + "}:";
    }

    String of(String buildpackId) {
        return prefix + buildpackId;
    }

    /** A key of the build that no buildpack has, for a look at whether its slot is served. */
    String probe() {
        return prefix.substring(0, prefix.length() - 1);
    }

    private static String encoded(String namespace) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : namespace.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (PLAIN.indexOf(c) >= 0) {
                encoded.append(c);
            } else {
                encoded.append("%%%02X".formatted((int) c));
            }
        }
        return encoded.toString();
    }
}
