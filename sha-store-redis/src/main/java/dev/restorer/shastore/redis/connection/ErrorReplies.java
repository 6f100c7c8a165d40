package dev.restorer.shastore.redis.connection;

import dev.restorer.shastore.redis.settings.Login;
import dev.restorer.shastore.redis.settings.Node;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisRedirectionException;

/** Finds error replies, and converts them to failures with the message of the server and a remedy. */
public final class ErrorReplies {

    /** The commands that a user needs besides AUTH. ASKING is sent while a cluster moves the slot of a build. */
    public static final List<String> COMMANDS =
            List.of("PING", "SELECT", "ROLE", "MULTI", "EXEC", "DISCARD", "HSET", "HMGET", "PEXPIRE", "WAIT", "ASKING");

    private static final Pattern ABORTED_TRANSACTION = Pattern.compile("^EXECABORT .*?because of: ");

    private ErrorReplies() {}

    /** Returns the first error in some replies. Later errors are its consequences. */
    public static Optional<JedisDataException> firstError(List<?> replies) {
        return replies.stream().flatMap(reply -> error(reply).stream()).findFirst();
    }

    private static Optional<JedisDataException> error(@Nullable Object reply) {
        if (reply instanceof List<?> replies) {
            return firstError(replies);
        }
        return reply instanceof JedisDataException error ? Optional.of(error) : Optional.empty();
    }

    /** Returns the message of the server; for an aborted transaction, that of the cause. */
    public static String text(JedisDataException error) {
        return ABORTED_TRANSACTION.matcher(String.valueOf(error.getMessage())).replaceFirst("");
    }

    /** Returns the node that a redirection names. An empty host is that of the sender. */
    public static Node redirectionTarget(JedisRedirectionException redirection, Node sender) throws NodeFailure {
        String host = redirection.getTargetNode().getHost();
        String port = String.valueOf(redirection.getTargetNode().getPort());
        return Node.of(host.isEmpty() ? sender.host() : host, port).orElseThrow(() -> unexpectedReply(sender));
    }

    /** Returns the failure for a reply that is an error or not of the expected type, without the password. */
    public static NodeFailure failure(Node node, @Nullable Object reply, Login login) {
        if (!(reply instanceof JedisDataException error)) {
            return unexpectedReply(node);
        }
        String text = text(error);
        return new NodeFailure(
                node + " replied "
                        + (login.isPasswordIn(text) ? "with an error that is not shown" : Failures.quoted(text)),
                remedy(text, login.target()));
    }

    public static NodeFailure unexpectedReply(Node node) {
        return new NodeFailure(
                node + " does not reply like a Redis server", "Name the host and port of a Redis server");
    }

    private static String remedy(String text, Login.Target target) {
        String code = text.split(" ", 2)[0];
        return switch (code) {
            case "NOAUTH", "WRONGPASS" ->
                target == Login.Target.SENTINEL
                        ? "Name a file with the password of the sentinels with sentinel-password-file=/a/file"
                        : "Correct user and password in the URI, or name a file with password-file=/a/file";
            case "NOPERM" ->
                target == Login.Target.SENTINEL
                        ? "Permit AUTH, PING and SENTINEL GET-MASTER-ADDR-BY-NAME to the default user of the sentinels"
                        : "Permit AUTH, " + String.join(", ", COMMANDS) + " on the keys restorer:* to the user";
            case "MOVED", "ASK" ->
                target == Login.Target.CLUSTER
                        ? "Run it again when the cluster is stable"
                        : "Write redis-cluster:// instead of redis://";
            case "TRYAGAIN", "LOADING", "MASTERDOWN", "BUSY" -> "Run it again when the server is ready";
            case "CLUSTERDOWN" -> "Start the missing nodes; CLUSTER INFO shows the state of the cluster";
            case "NOREPLICAS" -> "Start the server's replicas";
            case "READONLY" -> "Name the server's master, or its sentinels with redis-sentinel://";
            case "OOM" -> "Raise the server's maxmemory, or remove keys that are no longer needed";
            case "WRONGTYPE" -> "Remove the keys of this namespace, or choose another one";
            case "DENIED" -> "Give the server a password, or set protected-mode no";
            default -> remedyByText(text);
        };
    }

    private static String remedyByText(String text) {
        if (text.startsWith("ERR AUTH") || text.startsWith("ERR Client sent AUTH")) {
            return "Omit user and password in the URI";
        }
        if (text.contains("DB index")) {
            return "Write a smaller database number after the host, or none";
        }
        return text.contains("max number of clients")
                ? "Raise the server's maxclients, or lower pool="
                : "Check the server's log";
    }
}
