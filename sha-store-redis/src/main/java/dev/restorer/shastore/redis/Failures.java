package dev.restorer.shastore.redis;

import dev.restorer.api.Quoted;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.exceptions.JedisException;

/** Says why a node was not reached or did not answer. What Jedis says is left out: it may quote a command. */
final class Failures {

    private static final int MAX_SHOWN = 200;

    /** What Jedis says of a first byte that no reply has; then comes the byte. */
    private static final String UNKNOWN_REPLY = "Unknown reply: ";

    /** The first byte of a TLS alert, with which a server answers who speaks without TLS. */
    private static final char TLS_ALERT = 0x15;

    private Failures() {}

    static NodeFailure noAnswer(Node node, Deadline deadline) {
        return new NodeFailure(node + " gave no answer within " + deadline.given(), moreTime(node, deadline));
    }

    static NodeFailure noConnection(Node node, Deadline deadline) {
        return NodeFailure.unreachable(
                node + " could not be connected to within " + deadline.given(), moreTime(node, deadline), null);
    }

    private static String moreTime(Node node, Deadline deadline) {
        return "See whether " + node.host() + " is up and can be reached, or allow more time with "
                + deadline.parameter() + "=";
    }

    /** A server without TLS waits for more of what it takes for a command. */
    static NodeFailure noHandshake(Node node, Deadline deadline) {
        return new NodeFailure(
                node + " did not agree on TLS within " + deadline.given(),
                "If it speaks no TLS, write redis in place of rediss; else allow more time with " + deadline.parameter()
                        + "=");
    }

    /** All connections are in use, which is no failure of a node. */
    static NodeFailure noneFree(String nodes, Deadline deadline, int pool) {
        return new NodeFailure(
                "no connection to " + nodes + " became free within " + deadline.given(),
                "See why the server is slow, or allow more than pool=" + pool);
    }

    static NodeFailure interrupted(String nodes) {
        return new NodeFailure("the thread was interrupted while it waited for " + nodes, "Run it again");
    }

    static NodeFailure notConnected(Node node, IOException e) {
        if (e instanceof UnknownHostException) {
            return NodeFailure.unreachable(
                    node + " has a host that is not known", "Correct the host, or the name server", e);
        }
        if (e instanceof ConnectException) {
            return NodeFailure.unreachable(
                    node + " refuses the connection", "Start the server, or correct host and port", e);
        }
        return NodeFailure.unreachable(
                node + " cannot be connected to: " + shown(String.valueOf(e.getMessage())),
                "Correct host and port, or the way to them",
                e);
    }

    /** A connection that was there broke, or what came is no reply. */
    static NodeFailure broken(Node node, RuntimeException e, ClientCertificate certificate) {
        String said = String.valueOf(e.getMessage());
        if (said.startsWith(UNKNOWN_REPLY) && said.endsWith(String.valueOf(TLS_ALERT))) {
            return new NodeFailure(node + " speaks TLS", "Write rediss in place of redis");
        }
        if (said.startsWith(UNKNOWN_REPLY) || !(e instanceof JedisException)) {
            return Refusals.unexpected(node);
        }
        IOException cause = cause(e, IOException.class);
        if (cause instanceof SSLException noTls) {
            return TlsFailures.of(node, noTls, certificate);
        }
        return new NodeFailure(
                node + " closed the connection before it answered",
                "See whether the server still runs and what its log says; " + certificate.remedy(),
                cause);
    }

    /** Returns the failure itself or the first of its causes that is of a type, or null if none is. */
    static <T extends Throwable> @Nullable T cause(Throwable failure, Class<T> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }

    /** Makes text that others wrote fit to be shown. */
    static String shown(String text) {
        return Quoted.quote(text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…");
    }
}
