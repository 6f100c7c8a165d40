package dev.restorer.shastore.redis;

import dev.restorer.api.Quoted;
import java.io.EOFException;
import java.io.IOException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.exceptions.JedisException;

/** Says why a node was not reached or did not answer. What Jedis says is left out: it may quote a command. */
final class Failures {

    private static final int MAX_SHOWN = 200;

    /** What Jedis says of a first byte that no reply has; then comes the byte. */
    private static final String UNKNOWN_REPLY = "Unknown reply: ";

    /** The first byte of a TLS alert, with which a server answers who speaks without TLS. */
    private static final String TLS_ALERT = "\u0015";

    private static final String CLIENT_CERTIFICATE =
            "; if it asks for a certificate of this client, let javax.net.ssl.keyStore name a key store with one"
                    + " that has not expired, of a CA that the server trusts";

    private Failures() {}

    static NodeFailure noAnswer(Node node, Deadline deadline) {
        return late(node + " gave no answer", true, node, deadline);
    }

    static NodeFailure noConnection(Node node, Deadline deadline) {
        return late(node + " could not be connected to", false, node, deadline);
    }

    private static NodeFailure late(String problem, boolean reached, Node node, Deadline deadline) {
        return new NodeFailure(
                problem + " within " + deadline.given(),
                "See whether " + node.host() + " is up and can be reached, or allow more time with "
                        + deadline.parameter() + "=",
                reached,
                null);
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
        String why = e instanceof UnknownHostException ? "its host is not known" : shown(e.getMessage());
        return new NodeFailure(
                node + " cannot be connected to: " + why, "Start the server, or correct host and port", false, e);
    }

    /** A connection that was there broke, or what came is no reply. */
    static NodeFailure broken(Node node, RuntimeException e, boolean isTls) {
        String said = String.valueOf(e.getMessage());
        if (said.equals(UNKNOWN_REPLY + TLS_ALERT)) {
            return new NodeFailure(node + " speaks TLS", "Write rediss in place of redis");
        }
        if (said.startsWith(UNKNOWN_REPLY) || !(e instanceof JedisException)) {
            return Refusals.unexpected(node);
        }
        IOException cause = cause(e, IOException.class);
        return cause instanceof SSLException ? tls(node, cause) : closed(node, cause, isTls);
    }

    private static NodeFailure closed(Node node, @Nullable IOException e, boolean isTls) {
        return new NodeFailure(
                node + " closed the connection before it answered",
                "See whether the server still runs and what its log says"
                        + (isTls ? CLIENT_CERTIFICATE : "; if it speaks TLS, write rediss in place of redis"),
                true,
                e);
    }

    /** TLS did not come about, or ended. Why a certificate is refused, or what alert a server sent, the JVM says. */
    static NodeFailure tls(Node node, IOException e) {
        if (!(e instanceof SSLException) || cause(e, EOFException.class) != null) {
            return closed(node, e, true);
        }
        Throwable refusal = cause(e, CertificateException.class);
        if (refusal != null) {
            return new NodeFailure(
                    node + " has a certificate that is not accepted: "
                            + shown(innermost(refusal).getMessage()),
                    "Renew it, write the host that it is for, or name the CA that signed it with ca=/a/file.pem",
                    true,
                    e);
        }
        return new NodeFailure(
                node + " and this JVM do not agree on TLS: " + shown(e.getMessage()),
                "If it speaks no TLS, write redis in place of rediss; else see which versions of it the server allows"
                        + CLIENT_CERTIFICATE,
                true,
                e);
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

    /** Returns the cause that has none itself. */
    private static Throwable innermost(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null ? failure : innermost(cause);
    }

    /** Makes text that others wrote fit to be shown. */
    static String shown(@Nullable String written) {
        String text = String.valueOf(written);
        return Quoted.quote(text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…");
    }
}
