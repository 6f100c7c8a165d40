package dev.restorer.shastore.redis;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.exceptions.JedisDataException;

/** An error that a server replied, such as {@code MOVED 42 10.0.0.1:6379}. It may hold any text. */
record Refusal(String text) {

    private static final Pattern WHOLE_TRANSACTION = Pattern.compile("EXECABORT .*?because of: ");

    /** Returns the first error of some replies, which those that follow come from. */
    static Optional<Refusal> firstOf(List<?> replies) {
        return replies.stream().flatMap(reply -> of(reply).stream()).findFirst();
    }

    /** Returns the error that a reply is or holds. Where a whole transaction was refused, it is the cause. */
    static Optional<Refusal> of(@Nullable Object reply) {
        if (reply instanceof List<?> replies) {
            return firstOf(replies);
        }
        if (!(reply instanceof JedisDataException error)) {
            return Optional.empty();
        }
        String text = String.valueOf(error.getMessage());
        Matcher transaction = WHOLE_TRANSACTION.matcher(text);
        return Optional.of(new Refusal(transaction.lookingAt() ? text.substring(transaction.end()) : text));
    }

    /** Returns the first word, which tells the kind. */
    String code() {
        return text.split(" ", 2)[0];
    }

    /** Returns where {@code MOVED} and {@code ASK} point. A node that does not know its own host names none. */
    Optional<Node> redirection(Node refusing) {
        String[] words = text.split(" ", -1);
        int colon = words.length < 3 ? -1 : words[2].lastIndexOf(':');
        if (colon < 0 || !(words[0].equals("MOVED") || words[0].equals("ASK"))) {
            return Optional.empty();
        }
        String host = words[2].substring(0, colon);
        return Node.of(host.isEmpty() ? refusing.host() : host, words[2].substring(colon + 1));
    }
}
