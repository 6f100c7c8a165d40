package dev.restorer.shastore.redis.connection;

import dev.restorer.api.Quoted;
import dev.restorer.shastore.redis.settings.Node;
import dev.restorer.vendors.Causes;
import java.io.EOFException;
import java.io.IOException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Describes why a node could not be reached or did not reply. Messages of Jedis are left out, since they may contain a
 * command and its password.
 */
public final class Failures {

    private static final int MAX_QUOTED = 200;

    /** The message of Jedis if the first byte of a reply is not valid; the byte follows. */
    private static final String UNKNOWN_REPLY = "Unknown reply: ";

    /** The first byte of a TLS alert, which a TLS server sends to a client that does not use TLS. */
    private static final String TLS_ALERT = "\u0015";

    private static final String CLIENT_CERTIFICATE =
            "; if it requires a client certificate, set javax.net.ssl.keyStore to a key store with one"
                    + " that has not expired, of a CA that the server trusts";

    private Failures() {}

    static NodeFailure noReply(Node node, Deadline deadline) {
        return timedOut(node + " did not reply", true, node, deadline);
    }

    static NodeFailure connectTimedOut(Node node, Deadline deadline) {
        return timedOut(node + " could not be reached", false, node, deadline);
    }

    private static NodeFailure timedOut(String problem, boolean reached, Node node, Deadline deadline) {
        return new NodeFailure(
                problem + " within " + deadline.timeout(),
                "Check that " + node.host() + " is running and reachable, or allow more time with " + deadline.option()
                        + "=",
                reached,
                null);
    }

    /** A server without TLS takes the handshake for the beginning of a command, and waits for the rest. */
    static NodeFailure handshakeTimedOut(Node node, Deadline deadline) {
        return new NodeFailure(
                node + " did not complete the TLS handshake within " + deadline.timeout(),
                "If it does not use TLS, write redis instead of rediss; otherwise allow more time with "
                        + deadline.option() + "=");
    }

    /** All connections remained in use. */
    public static NodeFailure poolExhausted(String nodes, Deadline deadline, int pool) {
        return new NodeFailure(
                "no connection to " + nodes + " became free within " + deadline.timeout(),
                "Check why the server is slow, or allow more connections than pool=" + pool);
    }

    public static NodeFailure interrupted(String nodes) {
        return new NodeFailure("the thread was interrupted while it waited for " + nodes, "Run it again");
    }

    static NodeFailure connectFailed(Node node, IOException e) {
        String reason = e instanceof UnknownHostException ? "its host is unknown" : quoted(e.getMessage());
        return new NodeFailure(
                node + " cannot be reached: " + reason, "Start the server, or correct host and port", false, e);
    }

    /** An established connection failed, or the bytes received are not a reply. */
    static NodeFailure broken(Node node, RuntimeException e, boolean isTls) {
        String message = String.valueOf(e.getMessage());
        if (message.equals(UNKNOWN_REPLY + TLS_ALERT)) {
            return new NodeFailure(node + " uses TLS", "Write rediss instead of redis");
        }
        if (message.startsWith(UNKNOWN_REPLY) || !(e instanceof JedisException)) {
            return ErrorReplies.unexpectedReply(node);
        }
        IOException cause = Causes.first(e, IOException.class);
        return cause instanceof SSLException ? tls(node, cause) : closed(node, cause, isTls);
    }

    /**
     * A reply is larger, or nested more deeply, than this JVM can read. A Redis server has not sent it for a diff id.
     */
    static NodeFailure tooLarge(Node node, Error e) {
        return new NodeFailure(
                node + " sends a reply that is too large, or nested too deeply, for the memory of the JVM",
                "Name the host and port of a Redis server; if it is one, give the JVM more memory (-Xmx)",
                true,
                e);
    }

    private static NodeFailure closed(Node node, @Nullable IOException e, boolean isTls) {
        return new NodeFailure(
                node + " closed the connection before it replied",
                "Check that the server is running, and its log"
                        + (isTls ? CLIENT_CERTIFICATE : "; if it uses TLS, write rediss instead of redis"),
                true,
                e);
    }

    /** A TLS handshake or connection failed. The message of the JVM has the reason or the alert of the server. */
    static NodeFailure tls(Node node, IOException e) {
        if (!(e instanceof SSLException) || Causes.first(e, EOFException.class) != null) {
            return closed(node, e, true);
        }
        Throwable rejection = Causes.first(e, CertificateException.class);
        if (rejection != null) {
            return new NodeFailure(
                    node + " has a certificate that is rejected: "
                            + quoted(Causes.innermost(rejection).getMessage()),
                    "Renew it, write the host that it is for, or name the CA that signed it with ca=/a/file.pem",
                    true,
                    e);
        }
        return new NodeFailure(
                node + " and this JVM cannot establish TLS: " + quoted(e.getMessage()),
                "If it does not use TLS, write redis instead of rediss; otherwise check which versions of TLS the"
                        + " server allows" + CLIENT_CERTIFICATE,
                true,
                e);
    }

    /** Quotes text of unknown origin for a message, and shortens it. */
    static String quoted(@Nullable String message) {
        String text = String.valueOf(message);
        return Quoted.quote(text.length() <= MAX_QUOTED ? text : text.substring(0, MAX_QUOTED) + "…");
    }
}
