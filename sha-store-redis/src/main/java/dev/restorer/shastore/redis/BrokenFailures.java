package dev.restorer.shastore.redis;

import java.io.IOException;
import javax.net.ssl.SSLException;
import redis.clients.jedis.exceptions.JedisException;

/** Says why a connection that stood does so no more. What Jedis says of it is left out: it may quote a command. */
final class BrokenFailures {

    private BrokenFailures() {}

    static NodeFailure of(Node node, RuntimeException e, ClientCertificate certificate) {
        if (e instanceof UnreadableReplyException) {
            return new NodeFailure(
                    node + " holds what no restorer wrote: " + e.getMessage(),
                    "Remove the keys of this namespace, or choose another one");
        }
        IOException cause = Causes.first(e, IOException.class);
        if (cause instanceof UnfitReplyException unfit) {
            return unfit(node, unfit);
        }
        if (cause instanceof SSLException noTls) {
            return TlsFailures.of(node, noTls, certificate);
        }
        if (!(e instanceof JedisException)) {
            return unfit(node, UnfitReplyException.malformed());
        }
        return new NodeFailure(
                node + " closed the connection before it answered",
                "See whether the server still runs and what its log says; " + certificate.remedy(),
                cause);
    }

    private static NodeFailure unfit(Node node, UnfitReplyException e) {
        return e.speaksTls()
                ? new NodeFailure(node + " speaks TLS", "Write rediss in place of redis", e)
                : new NodeFailure(
                        node + " does not answer as Redis does: " + e.getMessage(),
                        "Name the host and port of a Redis server",
                        e);
    }
}
