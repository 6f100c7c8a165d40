package dev.restorer.shastore.redis;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisRedirectionException;

/** Says what to do about the errors that a server replies. What they mean, the server says in its own words. */
final class Refusals {

    /** What a user needs that gets and puts. A cluster is asked with ASKING while it moves a build. */
    static final List<String> COMMANDS =
            List.of("PING", "SELECT", "ROLE", "MULTI", "EXEC", "DISCARD", "HSET", "HMGET", "PEXPIRE", "WAIT", "ASKING");

    private static final Pattern WHOLE_TRANSACTION = Pattern.compile("^EXECABORT .*?because of: ");

    private Refusals() {}

    /** Returns the first error of some replies, which those that follow come from. */
    static Optional<JedisDataException> firstOf(List<?> replies) {
        return replies.stream().flatMap(reply -> of(reply).stream()).findFirst();
    }

    private static Optional<JedisDataException> of(@Nullable Object reply) {
        if (reply instanceof List<?> replies) {
            return firstOf(replies);
        }
        return reply instanceof JedisDataException error ? Optional.of(error) : Optional.empty();
    }

    /** Returns what the server said. Where it refused a whole transaction, it is the cause. */
    static String text(JedisDataException error) {
        return WHOLE_TRANSACTION.matcher(String.valueOf(error.getMessage())).replaceFirst("");
    }

    /** Returns the node that another one points to. One that does not know its own host names none. */
    static Node target(JedisRedirectionException redirection, Node refusing) throws NodeFailure {
        String host = redirection.getTargetNode().getHost();
        String port = String.valueOf(redirection.getTargetNode().getPort());
        return Node.of(host.isEmpty() ? refusing.host() : host, port).orElseThrow(() -> unexpected(refusing));
    }

    /** The reply is an error, or none that the command can have. Never shows an error that has the password in it. */
    static NodeFailure of(Node node, @Nullable Object reply, Login login) {
        if (!(reply instanceof JedisDataException error)) {
            return unexpected(node);
        }
        String text = text(error);
        return new NodeFailure(
                node + " answered " + (login.isIn(text) ? "what is not shown" : Failures.shown(text)),
                remedy(text, login.to()));
    }

    static NodeFailure unexpected(Node node) {
        return new NodeFailure(node + " does not answer as Redis does", "Name the host and port of a Redis server");
    }

    private static String remedy(String text, Login.To to) {
        String code = text.split(" ", 2)[0];
        return switch (code) {
            case "NOAUTH", "WRONGPASS" ->
                to == Login.To.SENTINEL
                        ? "Name a file that holds the password of the sentinels with sentinel-password-file=/a/file"
                        : "Correct user and password in the URI, or name a file with password-file=/a/file";
            case "NOPERM" ->
                to == Login.To.SENTINEL
                        ? "Let the default user of the sentinels run AUTH, PING and SENTINEL GET-MASTER-ADDR-BY-NAME"
                        : "Let the user run AUTH, " + String.join(", ", COMMANDS) + " on the keys restorer:*";
            case "MOVED", "ASK" ->
                to == Login.To.CLUSTER
                        ? "Run it again when the cluster has settled"
                        : "Write redis-cluster:// in place of redis://";
            case "TRYAGAIN", "LOADING", "MASTERDOWN", "BUSY" -> "Run it again when the server is ready";
            case "CLUSTERDOWN" -> "Start the nodes that are missing, or see CLUSTER INFO for what is";
            case "NOREPLICAS" -> "Start the server's replicas";
            case "READONLY" -> "Name the server's master, or its sentinels with redis-sentinel://";
            case "OOM" -> "Raise the server's maxmemory, or remove what is no longer needed";
            case "WRONGTYPE" -> "Remove the keys of this namespace, or choose another one";
            case "DENIED" -> "Give the server a password, or set protected-mode no";
            default -> remedyByText(text);
        };
    }

    private static String remedyByText(String text) {
        if (text.startsWith("ERR AUTH") || text.startsWith("ERR Client sent AUTH")) {
            return "Leave user and password out of the URI";
        }
        if (text.contains("DB index")) {
            return "Write a smaller number behind the host, or none";
        }
        return text.contains("max number of clients")
                ? "Raise the server's maxclients, or lower pool="
                : "See what the server's log says";
    }
}
