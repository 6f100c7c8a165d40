package dev.restorer.shastore.redis;

import java.io.EOFException;
import java.io.IOException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says why TLS did not come about, or ended. */
final class TlsFailures {

    /** The JVM has no type for it. */
    private static final Pattern OF_ANOTHER_HOST = Pattern.compile("No (name|subject alternative)");

    private static final Pattern ALERT = Pattern.compile("fatal alert: (\\w+)");

    private TlsFailures() {}

    static NodeFailure of(Node node, IOException e, ClientCertificate certificate) {
        if (!(e instanceof SSLException) || Failures.cause(e, EOFException.class) != null) {
            return new NodeFailure(
                    node + " closed the connection before it agreed on TLS",
                    "See what the server's log says; " + certificate.remedy(),
                    e);
        }
        NodeFailure ofServer = certificateOfServer(node, e);
        if (ofServer != null) {
            return ofServer;
        }
        String message = String.valueOf(e.getMessage());
        return message.contains("Unsupported or unrecognized SSL message")
                ? new NodeFailure(node + " speaks no TLS", "Write redis in place of rediss", e)
                : alert(node, e, certificate);
    }

    /** Returns what is wrong with the server's certificate, or null if that is not why. */
    private static @Nullable NodeFailure certificateOfServer(Node node, IOException e) {
        if (Failures.cause(e, CertificateExpiredException.class) != null
                || Failures.cause(e, CertificateNotYetValidException.class) != null) {
            return new NodeFailure(
                    node + " has a certificate that is not valid at this time",
                    "Renew the certificate, or set this machine's clock",
                    e);
        }
        if (Failures.cause(e, CertPathBuilderException.class) != null) {
            return new NodeFailure(
                    node + " has a certificate that is not trusted",
                    "Name the CA that signed it with ca=/a/file.pem, or have the JVM trust it",
                    e);
        }
        CertificateException refusal = Failures.cause(e, CertificateException.class);
        return refusal == null ? null : refused(node, e, String.valueOf(refusal.getMessage()));
    }

    private static NodeFailure refused(Node node, IOException e, String why) {
        return OF_ANOTHER_HOST.matcher(why).lookingAt()
                ? new NodeFailure(
                        node + " has a certificate that is not for " + node.host(),
                        "Write the host that the certificate is for, or have the certificate name this one",
                        e)
                : new NodeFailure(
                        node + " has a certificate that is not accepted: " + Failures.shown(why),
                        "Give the server a certificate for TLS servers, with a key and a signature that this JVM allows",
                        e);
    }

    /**
     * Says what the alert means with which a server ended the connection (RFC 8446, section 6.2), or what else it was.
     */
    private static NodeFailure alert(Node node, IOException e, ClientCertificate certificate) {
        String message = String.valueOf(e.getMessage());
        Matcher matcher = ALERT.matcher(message);
        String alert = matcher.find() ? matcher.group(1) : "";
        return switch (alert) {
            case "certificate_required" -> missing(node, e, certificate);
            case "bad_certificate" -> // some servers say so of a missing one
                certificate == ClientCertificate.NONE ? missing(node, e, certificate) : refusedClient(node, e, alert);
            case "unknown_ca",
                    "certificate_expired",
                    "certificate_revoked",
                    "certificate_unknown",
                    "unsupported_certificate" -> refusedClient(node, e, alert);
            case "handshake_failure" -> // before TLS 1.3 servers say so of a missing certificate
                disagreed(node, e, message, "; " + certificate.remedy());
            default -> disagreed(node, e, message, "");
        };
    }

    private static NodeFailure missing(Node node, IOException e, ClientCertificate certificate) {
        return certificate == ClientCertificate.NONE
                ? new NodeFailure(
                        node + " asks for a certificate of this client",
                        "Give the JVM one with -Djavax.net.ssl.keyStore, or set tls-auth-clients no in the server",
                        e)
                : new NodeFailure(
                        node + " asks for a certificate of this client, and the JVM's key store has none that fits",
                        "Let javax.net.ssl.keyStore name one that has a certificate with its key,"
                                + " or set tls-auth-clients no in the server",
                        e);
    }

    private static NodeFailure refusedClient(Node node, IOException e, String alert) {
        return new NodeFailure(
                node + " refuses the certificate of this client: " + alert,
                "Let javax.net.ssl.keyStore name a key store with one that has not expired, of a CA that the server trusts",
                e);
    }

    private static NodeFailure disagreed(Node node, IOException e, String message, String more) {
        return new NodeFailure(
                node + " and this JVM do not come together in TLS: " + Failures.shown(message),
                "See which versions and ciphers of TLS the server allows, or write redis if it speaks none" + more,
                e);
    }
}
