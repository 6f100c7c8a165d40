package dev.restorer.shastore.redis;

import java.util.Optional;
import java.util.Set;

/** Reads where {@code MOVED 42 host:port} and {@code ASK 42 host:port} point. */
final class Redirection {

    private static final Set<String> CODES = Set.of("MOVED", "ASK");

    private Redirection() {}

    /** Without a host, which is how a node says that it knows none of its own, the host of the refusing node holds. */
    static Optional<Node> of(Reply.Refusal refusal, Node refusing) {
        String[] words = refusal.text().split(" ", -1);
        if (words.length < 3 || !CODES.contains(words[0])) {
            return Optional.empty();
        }
        int colon = words[2].lastIndexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        String host = words[2].substring(0, colon);
        return Node.of(host.isEmpty() ? refusing.host() : host, words[2].substring(colon + 1));
    }
}
